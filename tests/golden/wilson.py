"""Writes wilson.csv: Wilson's interval as statsmodels works it out, to be compared with ours.

pip install scipy==1.17.1 statsmodels==0.15.0; python wilson.py > wilson.csv
"""

from statsmodels.stats.proportion import proportion_confint

COUNTS = [
    (0, 1), (1, 1), (0, 5), (1, 5), (5, 5), (0, 20), (1, 29), (13, 48), (19, 52), (31, 118), (81, 263),
    (549, 819), (183, 368), (92, 368), (3, 4), (44, 290), (1, 290), (289, 290), (290, 290),
    (1, 1_000_000), (499_999, 1_000_000), (999_999, 1_000_000), (123_456_789, 1_000_000_000),
]

print("successes,n,confidence,low,high")
for confidence in (0.95, 0.998):
    for successes, n in COUNTS:
        low, high = proportion_confint(successes, n, alpha=1 - confidence, method="wilson")
        print(f"{successes},{n},{confidence},{low!r},{high!r}".replace("np.float64(", "").replace(")", ""))
