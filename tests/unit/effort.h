/* How much is tried where more can always be tried: all of it in a build that is fast, and a tenth in the others. */
#ifndef TESTS_UNIT_EFFORT_H
#define TESTS_UNIT_EFFORT_H

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
enum { EFFORT = 100 };
#else
enum { EFFORT = 10 };
#endif

#endif
