#!/usr/bin/env python3
"""Fit the model of difficulty: lib/text/words/model.tsv.

usage: fit.py FEATURES PAIRS.csv [--write]      (FEATURES: the built program tests/measure_features)

Two things are fitted at once, with the same weights:
- of a hard wording and an easier one of the same text, the hard one must score higher. PAIRS.csv has the
  columns Document ID, Complex, Simple; it is not part of the project.
- texts written for a level (tests/data/text/levels, odd numbers) must come out at that level; so must, with
  less weight, their parts of one and of three sentences.
Each weight is held to the sign that reading research gives it, and kept small (ridge). Printed: the share of
pairs and documents told apart when each document is left out of the fit in turn, and the levels of the texts
that were held out (even numbers). With --write the list is written; build again to use it.

Needs Debian's python3-numpy. The same input gives the same weights.
"""
import argparse, collections, csv, pathlib, re, subprocess

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEVELS = ["A1", "A2", "B1", "B2", "C1"]
PART_LENGTHS = (1, 3)  # sentences
DOCUMENT_PAIRS = 5  # a document with fewer pairs does not count as one
#: Of each feature: the sign of its weight, the aspect that it tells of (- for none), and what it is.
FEATURES = {
    "mean-length": (1, "sentences", "words per sentence, saturating at 12"),
    "longest": (1, "sentences", "words in the longest sentence, saturating at 15"),
    "above-a2": (1, "words", "share of words first met at B1 or later"),
    "above-b1": (1, "words", "share of words first met at B2 or later"),
    "unknown": (1, "words", "share of words in no list"),
    "passives": (1, "passives", "passives per sentence, saturating"),
    "formal": (1, "officialese", "officialese per word, saturating"),
    "address": (-1, "reader", "share of u, je, wij: the reader is spoken to"),
    "links": (1, "style", "share of van, door, ten, ter"),
    "abstract": (1, "style", "share of nouns in -ing, -heid, -atie"),
    "commas": (1, "clauses", "commas per word"),
    "brackets": (1, "clauses", "brackets per word"),
    "numbers": (-1, "reader", "share of numbers in digits"),
    "style": (1, "style", "heavy constructions per sentence, saturating"),
    "participles": (1, "style", "participles without hebben per word: of passives, or before a noun"),
    "adverbs": (-1, "-", "share of adverbs, the small words of speech"),
    "everyday": (-1, "-", "share of words of A1"),
    "verbless": (1, "-", "share of sentences of five words and more without a verb"),
    "far": (1, "clauses", "longest way between subject and verbs of a clause, saturating"),
}
#: How much the parts of the sum to be made small weigh, per example.
DOCUMENT_WEIGHT, TEXT_WEIGHT, PART_WEIGHT, RIDGE = 4.0, 12.0, 0.5, 0.004


def features(program, texts):
    lines = "".join(re.sub(r"[ \t]+", " ", t.replace("\n", "\\n")) + "\n" for t in texts)
    out = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    head, *rows = out.splitlines()
    names = head.split("\t")[3:]
    if names != list(FEATURES):
        raise SystemExit(f"the program has other features: {names}")
    return np.array([[float(x) for x in row.split("\t")[3:]] for row in rows])


class Pairs:
    """Differences between the hard and the easy side, of sentences and of whole documents."""

    def __init__(self, program, path):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        flat = lambda text: " ".join(text.split())
        self.document = np.array([row["Document ID"] for row in rows])
        self.pairs = features(program, [flat(r["Complex"]) for r in rows]) - features(program, [flat(r["Simple"]) for r in rows])
        joined = collections.defaultdict(lambda: ([], []))
        for row in rows:
            for side, text in zip(joined[row["Document ID"]], (row["Complex"], row["Simple"])):
                side.append(flat(text) + ("" if text.rstrip()[-1:] in ".!?:" else "."))
        kept = [d for d, sides in joined.items() if len(sides[0]) >= DOCUMENT_PAIRS]
        self.kept = np.array(kept)
        self.documents = features(program, [" ".join(joined[d][0]) for d in kept]) - features(
            program, [" ".join(joined[d][1]) for d in kept]
        )


def sentences_of(text):
    """The sentences of a letter, headings and list marks left out."""
    lines = [re.sub(r"^[#\-*\d. ]+", "", line) for line in text.splitlines() if line and not line.startswith("#")]
    return [s.strip() for s in re.findall(r"[^.!?]+[.!?]+", " ".join(lines))]


def parts(text, length):
    """Its pieces of so many sentences."""
    sentences = sentences_of(text)
    return [" ".join(sentences[i : i + length]) for i in range(0, len(sentences) - length + 1, length)]


class Texts:
    """Texts of known level: development (odd numbers) or held out (even numbers)."""

    def __init__(self, program, held):
        whole, pieces = [], []
        for path in sorted((ROOT / "tests/data/text/levels").glob("[ABC][12]-*.md")):
            level, number = path.stem.split("-")
            if int(number) % 2 == int(held):
                continue
            text = path.read_text(encoding="utf-8")
            whole.append((LEVELS.index(level), text))
            pieces += [(LEVELS.index(level), part) for length in PART_LENGTHS for part in parts(text, length)]
        self.level, self.x = np.array([l for l, _ in whole]), features(program, [t for _, t in whole])
        self.part_level, self.part_x = np.array([l for l, _ in pieces]), features(program, [t for _, t in pieces])


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -40, 40)))


def ordinal(x, level, w, limits, slope):
    """Loss and gradients of cumulative logits: P(level > k) = sigmoid(slope * (score - limit k))."""
    score = x @ w
    z = slope * (score[:, None] - limits[None, :])
    above = level[:, None] > np.arange(len(limits))[None, :]
    p = sigmoid(z)
    g = (p - above) / len(level)
    loss = -np.where(above, np.log(p + 1e-12), np.log(1 - p + 1e-12)).sum() / len(level)
    return loss, slope * (g.sum(1) @ x), -slope * g.sum(0), (g * (score[:, None] - limits[None, :])).sum()


def fit(pairs, documents, texts, steps=6000):
    """Weights, limits and slope by accelerated projected gradient over scaled features."""
    signs = np.array([sign for sign, _, _ in FEATURES.values()])
    scale = np.concatenate([pairs, texts.x - texts.x.mean(0), texts.part_x - texts.part_x.mean(0)]).std(0) + 1e-9
    a, d = pairs / scale, documents / scale
    x, y = texts.x / scale, texts.part_x / scale
    w, limits, slope = np.zeros(len(signs)), np.array([-2.0, -1.0, 1.0, 2.0]), 1.0
    limits = limits + 0.0
    speed = [np.zeros_like(w), np.zeros_like(limits), 0.0]
    for step in range(steps):
        rate = 0.03 if step < steps * 2 // 3 else 0.008
        gw = -(a.T @ sigmoid(-a @ w)) / len(a) - DOCUMENT_WEIGHT / 26 * (d.T @ sigmoid(-d @ w)) / max(len(d), 1) * 1.0
        _, tw, tl, ts = ordinal(x, texts.level, w, limits, slope)
        _, pw, pl, ps = ordinal(y, texts.part_level, w, limits, slope)
        gw = gw + TEXT_WEIGHT / 100 * tw + PART_WEIGHT / 100 * pw + RIDGE * w
        gl, gs = TEXT_WEIGHT / 100 * tl + PART_WEIGHT / 100 * pl, TEXT_WEIGHT / 100 * ts + PART_WEIGHT / 100 * ps
        for k, (g, r) in enumerate(((gw, rate), (gl, 10 * rate), (gs, rate))):
            speed[k] = 0.9 * speed[k] - r * g
        w, limits, slope = w + speed[0], limits + speed[1], max(0.2, slope + speed[2])
        w[(signs * w) < 0] = 0
    return w / scale, limits, slope


def share(difference):
    return float(np.where(difference > 1e-12, 1, np.where(difference < -1e-12, 0, 0.5)).mean())


def left_out(pairs, texts):
    """The scores of pairs and documents, each by a fit on the other documents."""
    scores, documents = np.zeros(len(pairs.pairs)), np.zeros(len(pairs.kept))
    for document in sorted(set(pairs.document)):
        out, kept_out = pairs.document == document, pairs.kept == document
        w, _, _ = fit(pairs.pairs[~out], pairs.documents[~kept_out], texts, 3000)
        scores[out] = pairs.pairs[out] @ w
        documents[kept_out] = pairs.documents[kept_out] @ w
    return scores, documents


def table(name, level, score, limits):
    found = (score[:, None] >= limits[None, :]).sum(1)
    print(f"{name}: level right {np.mean(found == level):.3f}, within one {np.mean(abs(found - level) <= 1):.3f}")
    for k, label in enumerate(LEVELS):
        counts = np.bincount(found[level == k], minlength=5)
        print(f"  {label}: " + "  ".join(f"{LEVELS[i]} {n}" for i, n in enumerate(counts)))
    simple = level <= 1
    print(f"  A1 and A2 texts judged A1 or A2: {np.mean(found[simple] <= 1):.3f}, above B1: {np.mean(found[simple] > 2):.3f}")


def difficulty(score, limits):
    """As difficulty_of() in lib/text/model.c."""
    first, last = limits[1] - limits[0], limits[3] - limits[2]
    middle = np.interp(score, limits, [20, 40, 60, 80])
    low, high = first + np.maximum(limits[0] - score, 0), last + np.maximum(score - limits[3], 0)
    return np.where(score < limits[0], 20 * first / low, np.where(score > limits[3], 100 - 20 * last / high, middle))


def clearness(points):
    return np.minimum(np.min(abs(points[:, None] - np.array([20, 40, 60, 80])[None, :]), axis=1), 10) / 10


class Lengths:
    """Texts of known level cut after 1, 2, 3, 5 and 8 sentences, and whole: to learn how sure a level is."""

    def __init__(self, program):
        level, texts = [], []
        for path in sorted((ROOT / "tests/data/text/levels").glob("[ABC][12]-*.md")):
            name, number = path.stem.split("-")
            if int(number) % 2 == 0:
                continue
            text = path.read_text(encoding="utf-8")
            pieces = [part for length in (1, 2, 3, 5, 8) for part in parts(text, length)]
            texts += pieces + [text]
            level += [LEVELS.index(name)] * (len(pieces) + 1)
        self.level, self.x = np.array(level), features(program, texts)
        self.words = np.array([len(text.split()) for text in texts])


def doubts(lengths, w, limits):
    """The curve of confidence: 0.5 + 0.5 z / (1 + |z|), z linear in length, clearness and both together."""
    score = lengths.x @ w
    points = difficulty(score, limits)
    right = ((score[:, None] >= limits[None, :]).sum(1) == lengths.level).astype(float)
    length, clear = lengths.words / (lengths.words + 40.0), clearness(points)
    x = np.stack([np.ones_like(length), length, clear, length * clear], axis=1)
    c, speed = np.zeros(4), np.zeros(4)
    for _ in range(20000):
        z = x @ c
        p = np.clip(0.5 + 0.5 * z / (1 + abs(z)), 0.01, 0.99)
        g = ((p - right) / (p * (1 - p)) * 0.5 / (1 + abs(z)) ** 2) @ x / len(x)
        speed = 0.9 * speed - 0.05 * g
        c = c + speed
    print("confidence against the share of right levels, by length:")
    p = 0.5 + 0.5 * (x @ c) / (1 + abs(x @ c))
    for low, high in ((1, 8), (8, 15), (15, 30), (30, 60), (60, 500)):
        part = (lengths.words >= low) & (lengths.words < high)
        print(f"  {low:3d} to {high:3d} words: confidence {p[part].mean():.2f}, right {right[part].mean():.2f} of {part.sum()}")
    return c


HEAD = """# The model of difficulty: made by tests/measure/fit.py, not by hand.
# Written for this project. Fitted by logistic regression at once on pairs of a hard and an easier wording of the same
# Dutch municipal sentence (945 pairs of the City of Amsterdam, which are not part of the project) and on texts written
# for a level (tests/data/text/levels, odd numbers), each weight held to the sign that reading research gives it.
# name: of the feature, in the order of lib/text/model.h. kind: weight (value: its weight; usual: its mean in the A2 texts; aspect:
# what it tells of, - for none that a writer could mend), limit (value: the sum up to which a text is of that level) or doubt (value: a coefficient of confidence).
"""


def write(w, limits, c, usual):
    rows = [f"{n}\tweight\t{v:.5g}\t{u:.5g}\t{FEATURES[n][1]}\t{FEATURES[n][2]}" for n, v, u in zip(FEATURES, w, usual)]
    rows += [f"{level}\tlimit\t{limit:.5g}\t-\t-\tthe highest sum of {level}" for level, limit in zip(LEVELS, limits)]
    names = ("constant", "length", "clearness", "length-clear")
    rows += [f"{name}\tdoubt\t{value:.5g}\t-\t-\tof the confidence" for name, value in zip(names, c)]
    text = HEAD + "name\tkind\tvalue\tusual\taspect\twhat\n" + "\n".join(rows) + "\n"
    (ROOT / "lib/text/words/model.tsv").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("pairs")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    pairs, texts, held = Pairs(given.program, given.pairs), Texts(given.program, False), Texts(given.program, True)
    scores, documents = left_out(pairs, texts)
    print(f"each document left out: pairs {share(scores):.4f} of {len(scores)}, documents {share(documents):.4f} of {len(documents)}")
    print("documents told wrong:", " ".join(pairs.kept[documents <= 0]) or "none")
    w, limits, _ = fit(pairs.pairs, pairs.documents, texts)
    print(f"fitted on all: pairs {share(pairs.pairs @ w):.4f}, documents {share(pairs.documents @ w):.4f}")
    table("development texts", texts.level, texts.x @ w, limits)
    table("held-out texts", held.level, held.x @ w, limits)
    table("held-out parts of one and three sentences", held.part_level, held.part_x @ w, limits)
    c = doubts(Lengths(given.program), w, limits)
    for name, value in zip(FEATURES, w):
        print(f"  {name:14s} {value:9.3f}")
    if given.write:
        write(w, limits, c, texts.x[texts.level == 1].mean(0))


if __name__ == "__main__":
    main()
