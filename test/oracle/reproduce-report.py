"""Recomputes the numbers of a bias audit from its JSON report alone, with nothing but Python's standard library and none
of the product's code, and says what differs.

    python3 test/oracle/reproduce-report.py audit.json

Exit status: 0 everything agrees, 1 a number differs or the counts behind one are missing.
"""

import json
import math
import sys
from fractions import Fraction
from itertools import combinations
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
RATES = [
    "selectionRate",
    "truePositiveRate",
    "falsePositiveRate",
    "falseNegativeRate",
    "accuracy",
    "precision",
    "falseDiscoveryRate",
    "scoringRate",
]
agreed = 0
differ = []
missing = set()


def same(name, told, made, tolerance=1e-9):
    """Holds a number of the report against the one made here; lists are held end by end."""
    global agreed
    if isinstance(told, list) and isinstance(made, list):
        for place, (one, other) in enumerate(zip(told, made)):
            same(f"{name}[{place}]", one, other, tolerance)
    elif told is None or made is None or isinstance(told, bool) or isinstance(made, bool):
        if told is made or told == made:
            agreed += 1
        else:
            differ.append((name, told, made))
    elif abs(told - made) <= tolerance * max(1e-300, 1 if tolerance >= 1e-9 else 0, abs(told), abs(made)):
        agreed += 1
    else:
        differ.append((name, told, made))


# Distributions


def log_upper_normal(z):
    """ln of the upper tail; beyond doubles by its continued fraction."""
    if z < 30:
        return math.log(math.erfc(z / math.sqrt(2)) / 2)
    tail = z
    for step in range(60, 0, -1):
        tail = z + step / tail
    return -z * z / 2 - math.log(2 * math.pi) / 2 - math.log(tail)


def upper_chi_square(x, degrees):
    """Upper tail by the series of the incomplete gamma function, or its continued fraction."""
    a, y = degrees / 2, x / 2
    if y <= 0:
        return 1.0
    front = math.exp(-y + a * math.log(y) - math.lgamma(a))
    if y < a + 1:
        term = total = 1 / a
        step = a
        while abs(term) > 1e-17 * total:
            step += 1
            term *= y / step
            total += term
        return 1 - front * total
    low = 1e-300
    b, c = y + 1 - a, 1 / low
    d = 1 / b
    value = d
    for step in range(1, 1000):
        part = -step * (step - a)
        b += 2
        d = 1 / ((part * d + b) or low)
        c = (b + part / c) or low
        value *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return front * value


def log_two_sided_t(t, degrees):
    """ln of the two-sided tail of Student's t, by Lentz's fraction of the incomplete beta function."""
    x = degrees / (degrees + t * t)
    a, b = degrees / 2, 0.5

    def log_beta(x, y, a, b):
        front = a * math.log(x) + b * math.log(y) - math.lgamma(a) - math.lgamma(b) + math.lgamma(a + b) - math.log(a)
        low = 1e-300
        c, d = 1.0, 1 / ((1 - (a + b) * x / (a + 1)) or low)
        value = d
        for m in range(1, 3000):
            for part in (
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ):
                d = 1 / ((1 + part * d) or low)
                c = (1 + part / c) or low
                value *= c * d
            if abs(c * d - 1) < 1e-16:
                break
        return front + math.log(value)

    rest = t * t / (degrees + t * t)
    if t == 0:
        return 0.0
    if x < (a + 1) / (a + b + 2):
        return log_beta(x, rest, a, b)
    return math.log1p(-math.exp(log_beta(rest, x, b, a)))


def t_quantile(degrees):
    """97.5 % quantile of Student's t by bisection."""
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        if log_two_sided_t(middle, degrees) > math.log(0.05):
            low = middle
        else:
            high = middle
    return low


# Methods, as the report names them


def wilson(hits, size):
    rate, square = hits / size, Z * Z
    centre = (rate + square / 2 / size) / (1 + square / size)
    half = Z / (1 + square / size) * math.sqrt(rate * (1 - rate) / size + square / 4 / size / size)
    return [0 if hits == 0 else max(0, centre - half), 1 if hits == size else min(1, centre + half)]


def newcombe(a, m, b, n):
    (low_a, high_a), (low_b, high_b) = wilson(a, m), wilson(b, n)
    gap = a / m - b / n
    return [gap - math.hypot(a / m - low_a, high_b - b / n), gap + math.hypot(high_a - a / m, b / n - low_b)]


def katz(a, m, b, n):
    if a == 0 or b == 0:
        return None
    ratio = (a / m) / (b / n)
    spread = math.exp(Z * math.sqrt(max(0, 1 / a - 1 / m + 1 / b - 1 / n)))
    return [ratio / spread, ratio * spread]


def log_choose(n, k):
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def log_fisher(hits, size, all_hits, everybody):
    """Two-sided: the sum of all tables that are no more likely than the observed one."""

    def log_chance(x):
        return log_choose(all_hits, x) + log_choose(everybody - all_hits, size - x) - log_choose(everybody, size)

    observed = log_chance(hits)
    range_of = range(max(0, size - everybody + all_hits), min(size, all_hits) + 1)
    chances = [chance for chance in map(log_chance, range_of) if chance <= observed + 1e-7]
    most = max(chances)
    return min(0.0, most + math.log(math.fsum(math.exp(chance - most) for chance in chances)))


def adjusted(logs):
    """Benjamini and Hochberg's step-up, of logarithms."""
    order = sorted(range(len(logs)), key=lambda place: logs[place])
    result, least = [0.0] * len(logs), 0.0
    for rank in range(len(logs), 0, -1):
        place = order[rank - 1]
        least = min(least, logs[place] + math.log(len(logs) / rank))
        result[place] = least
    return result


def would_see(n, rest, rate, alpha):
    if not (n > 0 and rest > 0 and rate > 0):
        return None
    z_alpha, z_power = NormalDist().inv_cdf(1 - alpha / 2), NormalDist().inv_cdf(0.8)

    def is_seen(ratio):
        own = ratio * rate
        pooled = (own * n + rate * rest) / (n + rest)
        equal = math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / rest))
        apart = math.sqrt(own * (1 - own) / n + rate * (1 - rate) / rest)
        return rate - own >= z_alpha * equal + z_power * apart

    if not is_seen(0):
        return 0
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_seen(middle) else (low, middle)
    return low


class Counts:
    """Hits, people and the sum of squared weights of one group: squares make sizes of sums."""

    def __init__(self, hits=0.0, people=0.0, squares=0.0):
        self.hits, self.people, self.squares = hits, people, squares

    @classmethod
    def told(cls, counts):
        worth = counts["effectiveSize"]
        return cls(counts["hits"], counts["people"], counts["people"] ** 2 / worth if worth else 0.0)

    def __add__(self, other):
        return Counts(self.hits + other.hits, self.people + other.people, self.squares + other.squares)

    def __sub__(self, other):
        return Counts(self.hits - other.hits, self.people - other.people, self.squares - other.squares)

    @property
    def rate(self):
        return self.hits / self.people if self.people > 1e-9 else None

    @property
    def worth(self):
        if self.people <= 1e-9:
            return 0.0
        return self.people if not SAMPLED else self.people**2 / self.squares

    @property
    def effective(self):
        return (self.hits, self.people) if not SAMPLED else ((self.rate or 0) * self.worth, self.worth)


def key(by):
    return json.dumps(by)


def log_test(own, rest):
    if SAMPLED:
        pooled = (own.hits + rest.hits) / (own.people + rest.people)
        error = math.sqrt(pooled * (1 - pooled) * (1 / own.worth + 1 / rest.worth))
        return min(0.0, math.log(2) + log_upper_normal(abs(own.rate - rest.rate) / error)) if error > 0 else 0.0
    hits, size = round(own.hits), round(own.people)
    all_hits, everybody = round(own.hits + rest.hits), round(own.people + rest.people)
    least = min(a * b / everybody for a in (size, everybody - size) for b in (all_hits, everybody - all_hits))
    if least <= 1e6:
        return log_fisher(hits, size, all_hits, everybody)
    pooled = all_hits / everybody
    part = 1 / size + 1 / (everybody - size)
    z = max(0, abs(own.rate - rest.rate) - part / 2) / math.sqrt(pooled * (1 - pooled) * part)
    return min(0.0, math.log(2) + log_upper_normal(z))


def comparisons(groups, rows_of, label):
    for rate in RATES:
        known = {key(group["by"]): group["counts"][rate] for group in groups}
        for group in groups:
            counts = group["counts"][rate]
            if counts is None:
                if group[rate] is not None:
                    missing.add(f"{label}: counts behind {rate}")
                continue
            own = Counts.told(counts)
            same(f"{label} {rate} {group['by']}", group[rate], own.rate, 1e-12)
            if own.people > 0:
                same(f"{label} {rate} interval {group['by']}", group["interval"][rate], wilson(*own.effective))
        rows = rows_of(rate)
        if not rows or None in known.values():
            continue
        told = {name: Counts.told(counts) for name, counts in known.items()}
        everybody = sum(told.values(), Counts())
        unknown = sum((told[key(g["by"])] for g in groups if None in g["by"].values()), Counts())
        tested = [row for row in rows if 0 < told[key(row["by"])].people < everybody.people - 1e-9]
        logs = [log_test(told[key(row["by"])], everybody - told[key(row["by"])]) for row in tested]
        for row, log, after in zip(tested, logs, adjusted(logs)):
            name = f"{label} {rate} {row['by']}"
            same(f"{name} ln p", row["logPValue"], log, 1e-8)
            same(f"{name} ln adjusted p", row["logAdjustedPValue"], after, 1e-8)
        for row in rows:
            compare(f"{label} {rate} {row['by']}", row, told, everybody, unknown, len(tested))


def compare(name, row, told, everybody, unknown, family):
    own = told[key(row["by"])]
    if own.people <= 0:
        return
    rest = everybody - own
    if rest.people > 1e-9:
        same(f"{name} rest", row["restRate"], rest.rate)
        down = (own.people - own.hits) * rest.hits
        same(f"{name} odds", row["oddsRatio"], own.hits * (rest.people - rest.hits) / down if down > 1e-9 else None, 1e-8)
        seen = would_see(own.worth, rest.worth, rest.rate, 0.05 / max(1, family))
        same(f"{name} would see", row["minimumDetectableRatio"], seen, 1e-8)
        same(f"{name} enough", row["enough"], seen is not None and seen >= float(THRESHOLD))
    same(
        f"{name} review",
        row["review"],
        row["broken"] is True and row["logAdjustedPValue"] is not None and row["logAdjustedPValue"] < math.log(0.05),
    )
    if row["reference"] is None or told[key(row["reference"])].people <= 0:
        return
    base = told[key(row["reference"])]
    same(f"{name} difference", row["difference"], own.rate - base.rate, 1e-12)
    same(f"{name} ratio", row["ratio"], own.rate / base.rate if base.rate else None, 1e-12)
    same(f"{name} Newcombe", row["interval"]["difference"], newcombe(*own.effective, *base.effective))
    same(f"{name} Katz", row["interval"]["ratio"], katz(*own.effective, *base.effective))
    same(f"{name} lacking", row["shortfall"], base.rate * own.people - own.hits)
    if not SAMPLED:
        hits, size, base_hits, base_size = map(round, (own.hits, own.people, base.hits, base.people))

        def broken(moved):
            return (hits + moved) * base_size < THRESHOLD * (base_hits - moved) * size

        same(f"{name} broken", row["broken"], broken(0))
        moved = 0
        while broken(moved):
            moved += 1
        same(f"{name} flip-flop", row["flipFlop"], moved)
    if row["bounds"] is not None:
        left_out = unknown.people - unknown.hits

        def lowest(side):
            return side.hits / (side.people + left_out)

        def highest(side):
            return (side.hits + unknown.hits) / (side.people + unknown.hits)

        if highest(base) > 0:
            same(f"{name} bound", row["bounds"]["low"], lowest(own) / highest(base))
        same(f"{name} bound", row["bounds"]["high"], highest(own) / lowest(base) if lowest(base) > 0 else None)


def strata(told):
    if not told["byStratum"]:
        missing.add("counts by stratum")
        return
    for row in told["all"]:
        name = f"strata {row['by']}"
        pairs = []
        for stratum in told["byStratum"]:
            counts = {key(group["by"]): Counts.told(group["counts"]) for group in stratum["groups"]}
            own = counts[key(row["by"])]
            pairs.append((own, sum(counts.values(), Counts()) - own))
        own = sum((pair[0] for pair in pairs), Counts())
        rest = sum((pair[1] for pair in pairs), Counts())
        disparity(name, row, pairs, own, rest)
        common_odds(name, row, pairs)
        if (row["oddsRatio"] or 0) > 0 and (row["marginalOddsRatio"] or 0) > 0:
            flips = math.log(row["marginalOddsRatio"]) * math.log(row["oddsRatio"]) < 0
            same(f"{name} sign flips", row["signFlips"], flips)


def disparity_of(own, rest):
    hits, misses = own.hits + rest.hits, own.people + rest.people - own.hits - rest.hits
    return None if hits <= 1e-9 or misses <= 1e-9 else (own.people - own.hits) / misses - own.hits / hits


def disparity(name, row, pairs, own, rest):
    down = (own.people - own.hits) * rest.hits
    odds = own.hits * (rest.people - rest.hits) / down if down > 1e-9 else None
    same(f"{name} odds overall", row["marginalOddsRatio"], odds, 1e-8)
    same(f"{name} disparity overall", row["unconditionalDisparity"], disparity_of(own, rest))
    parts = [(a.people + b.people, disparity_of(a, b)) for a, b in pairs]
    parts = [(people, value) for people, value in parts if value is not None]
    weight = sum(people for people, _ in parts)
    made = sum(people * value for people, value in parts) / weight if weight > 0 else None
    same(f"{name} disparity", row["conditionalDisparity"], made)


def common_odds(name, row, pairs):
    up = down = excess = variance = 0.0
    pr = psqr = qs = 0.0
    tables = []
    for own, rest in pairs:
        (a, n), (c, m) = own.effective, rest.effective
        if n <= 0 or m <= 0:
            continue
        b, d, size, hits = n - a, m - c, n + m, a + c
        r, s, p, q = a * d / size, b * c / size, (a + d) / size, (b + c) / size
        up, down = up + r, down + s
        pr, psqr, qs = pr + p * r, psqr + p * s + q * r, qs + q * s
        excess += a - n * hits / size
        variance += n * m * hits * (size - hits) / size / size / (size - 1)
        tables.append((a, n, hits, size))
    if not (up > 0 and down > 0):
        return
    odds = up / down
    error = Z * math.sqrt(pr / 2 / up**2 + psqr / 2 / up / down + qs / 2 / down**2)
    same(f"{name} Mantel–Haenszel", row["oddsRatio"], odds)
    same(f"{name} Robins–Breslow–Greenland", row["interval"], [odds * math.exp(-error), odds * math.exp(error)])
    same(f"{name} CMH", row["cmh"], excess**2 / variance)
    same(f"{name} CMH p", row["pValue"], upper_chi_square(excess**2 / variance, 1), 1e-8)
    statistic, telling = 0.0, 0
    for a, n, hits, size in tables:
        if hits <= 0 or hits >= size:
            continue
        low, high = max(0.0, n + hits - size), min(n, hits)
        for _ in range(200):
            middle = (low + high) / 2
            if middle * (size - n - hits + middle) < odds * (n - middle) * (hits - middle):
                low = middle
            else:
                high = middle
        spread = 1 / (1 / low + 1 / (n - low) + 1 / (hits - low) + 1 / (size - n - hits + low))
        statistic, telling = statistic + (a - low) ** 2 / spread, telling + 1
    same(f"{name} Breslow–Day", row["breslowDay"], statistic, 1e-7)
    if telling > 1:
        same(f"{name} Breslow–Day p", row["breslowDayPValue"], upper_chi_square(statistic, telling - 1), 1e-6)


def scores(told):
    for row in told["auc"]:
        if row["auc"] is None:
            continue
        auc, p, n = row["auc"], row["effective"]["positives"], row["effective"]["negatives"]
        first, second = auc / (2 - auc), 2 * auc * auc / (1 + auc)
        variance = (auc * (1 - auc) + (p - 1) * (first - auc * auc) + (n - 1) * (second - auc * auc)) / p / n
        half = Z * math.sqrt(max(0, variance))
        same(f"AUC {row['by']}", row["interval"], [max(0, auc - half), min(1, auc + half)])
    for row in told["calibration"]:
        same(f"calibration {row['by']}", row["rate"], row["positives"] / row["n"])
        worth = row["effectiveSize"]
        same(f"calibration interval {row['by']}", row["interval"], wilson(row["rate"] * worth, worth))


def rules(told, groups, names, minimum):
    if not told["patterns"]:
        missing.add("people by set of rules")
        return
    counts = {key(group["by"]): Counts.told(group["counts"]["selectionRate"]) for group in groups}

    def held(by, dropped):
        return sum(
            part["heldBack"]
            for pattern in told["patterns"]
            if set(pattern["rules"]) <= set(dropped)
            for part in pattern["groups"]
            if by is None or part["by"] == by
        )

    def rate(by, dropped):
        return (counts[key(by)].hits + held(by, dropped)) / counts[key(by)].people

    for row in told["groups"]:
        by, reference = row["by"], row["reference"]

        def gap(dropped):
            return rate(reference, dropped) - rate(by, dropped)

        same(f"rules {by} gap", row["gap"]["now"], gap([]))
        same(f"rules {by} gap without rules", row["gap"]["withoutRules"], gap(names))
        for rule in row["rules"]:
            others = [name for name in names if name != rule["rule"]]
            value = sum(
                math.factorial(size) * math.factorial(len(names) - 1 - size) / math.factorial(len(names))
                * (gap(list(some)) - gap([*some, rule["rule"]]))
                for size in range(len(names))
                for some in combinations(others, size)
            )
            name = f"rules {by} {rule['rule']}"
            same(f"{name} Shapley", rule["shapley"], value)
            same(f"{name} share", rule["share"], value / row["gap"]["opened"] if row["gap"]["opened"] else None, 1e-7)
            ratio = rate(by, [rule["rule"]]) / rate(reference, [rule["rule"]])
            same(f"{name} left out", rule["without"]["ratio"], ratio)
            same(f"{name} restored", rule["restored"]["everyone"], held(None, [rule["rule"]]))
    compared = [
        group["by"] for group in groups if None not in group["by"].values() and (group["n"] or 0) >= minimum
    ]
    selected = sum(one.hits for one in counts.values())
    for one in told["alternatives"]:
        rates = [rate(by, one["dropped"]) for by in compared]
        same("alternative ratio", one["worstRatio"], min(rates) / max(rates))
        same("alternative restored", one["restored"], held(None, one["dropped"]))
        same("alternative selected", one["selected"], selected + held(None, one["dropped"]))


def means(told):
    logs, tested = [], []
    for row in told["groups"]:
        n, mean, error, rest = row["n"], row["mean"], row["standardError"], row["rest"]
        if row["suppressed"] or error is None:
            continue
        name = f"mean {told['outcome']} {row['by']}"
        half = t_quantile(n - 1) * error
        same(name, row["interval"], [mean - half, mean + half], 1e-7)
        if rest["standardError"] is None or row["pValue"] is None:
            continue
        square = error**2 + rest["standardError"] ** 2
        degrees = square**2 / (error**4 / (n - 1) + rest["standardError"] ** 4 / (rest["n"] - 1))
        gap, half = mean - rest["mean"], t_quantile(degrees) * math.sqrt(square)
        same(f"{name} difference", row["difference"], gap)
        same(f"{name} Welch", row["differenceInterval"], [gap - half, gap + half], 1e-7)
        log = log_two_sided_t(abs(gap) / math.sqrt(square), degrees)
        same(f"{name} ln p", math.log(max(row["pValue"], 5e-324)), max(log, math.log(5e-324)), 1e-6)
        logs.append(log)
        tested.append(row)
        if told["better"] is not None and mean > 0 and rest["mean"] > 0:
            ratio = mean / rest["mean"]
            same(f"{name} ratio", row["ratio"], ratio if told["better"] == "more" else 1 / ratio)
    for row, log in zip(tested, adjusted(logs)):
        same(f"mean {told['outcome']} {row['by']} adjusted p", row["adjustedPValue"], math.exp(log), 1e-7)


def areas(told):
    if not told["byArea"]:
        missing.add("people by area")
        return
    tested, logs = [], []
    for row in told["groups"]:
        name, low, high, expected = f"area {row['group']}", 0.0, 0.0, 0.0
        for area in told["byArea"]:
            own = area["people"] * area["shares"].get(row["group"], 0)
            expected += own
            low += max(0, area["selected"] - (area["people"] - own))
            high += min(area["selected"], own)
        same(f"{name} people", row["expected"], expected)
        same(f"{name} rate", row["selectionRate"], [low / expected, high / expected])
        rest = told["people"] - expected

        def ratio(hits):
            others = (told["selected"] - hits) / rest if rest > 0 else 0
            return hits / expected / others if others > 1e-12 else None

        same(f"{name} ratio", row["ratio"], [ratio(low), ratio(high)], 1e-8)
        size = math.floor(expected + 1e-6)
        best = Counts(min(size, math.ceil(high - 1e-6)), size, size)
        others = Counts(told["selected"], told["people"], told["people"]) - best
        if best.people > 0 and others.people > 0:
            tested.append((row, best, others))
            logs.append(log_test(best, others))
    for (row, best, others), log in zip(tested, adjusted(logs)):
        same(f"area {row['group']} ln adjusted p", row["logAdjustedPValue"], log, 1e-8)
        seen = would_see(best.people, others.people, others.rate, 0.05 / len(tested))
        same(f"area {row['group']} would see", row["minimumDetectableRatio"], seen, 1e-8)


with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
THRESHOLD = Fraction(report["method"]["threshold"])
SAMPLED = report["method"]["weights"].startswith("sampling")

comparisons(
    report["groups"],
    lambda rate: report["comparisons"]
    if rate == "selectionRate"
    else [row for row in report["metrics"] if row["metric"] == rate],
    "groups",
)
for names in {tuple(group["by"]) for group in report.get("marginals", [])}:
    comparisons(
        [group for group in report["marginals"] if tuple(group["by"]) == names],
        lambda rate: [row for row in report["marginalComparisons"] if tuple(row["by"]) == names]
        if rate == "selectionRate"
        else [],
        " × ".join(names),
    )
if report["conditional"] is not None:
    strata(report["conditional"])
if report["scores"] is not None:
    scores(report["scores"])
if report["rules"] is not None:
    rules(report["rules"], report["groups"], report["asked"]["rules"], report["method"]["minimumGroup"])
for outcome in report["outcomes"]:
    means(outcome)
if report["areas"] is not None:
    areas(report["areas"])

print(f"{agreed} numbers made again, {len(differ)} differ, {len(missing)} without their counts")
for name, told, made in differ[:50]:
    print(f"differs: {name}: the report says {told}, made again {made}")
for name in sorted(missing):
    print(f"not in the report: {name}")
sys.exit(1 if differ or missing else 0)
