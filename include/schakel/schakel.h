/*
 * schakel.h - everything a caller may use, in reading order.
 */
#ifndef SCHAKEL_SCHAKEL_H
#define SCHAKEL_SCHAKEL_H

#include "base.h"
#include "school.h"
#include "dialogue.h"
#include "survey.h"
#include "access.h"
#include "talks.h"
#include "rounds.h"
#include "text.h"
#include "outreach.h"
#include "match.h"
#include "insight.h"
#include "expertise.h"
#include "exchange.h"
#include "present.h"

#endif
