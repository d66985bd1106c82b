"""Draw the sample `catchment.csv`: six years of daily rain, temperature and discharge of a river that is not there.

    python resources/make_catchment.py    write resources/samples/catchment.csv

A small reservoir model: snow melts by degree-days, a soil store lets water through the more the wetter it is, and what
passes drains from a quick and a slow store. Gaps are -999, as agencies write them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

PATH = Path(__file__).resolve().parent / "samples" / "catchment.csv"
SEED, FIRST, LAST = 1856, "2015-01-01", "2020-12-31"  # 1856: Darcy's law
STATION, GAP = "RV-0317", -999
SOIL, PERCOLATION = 80.0, 1.5  # mm that the soil holds; exponent of what it lets through
QUICK_SHARE, QUICK, SLOW = 0.7, 0.4, 0.05  # of the water that passes; share of each store that drains in a day
MELT, NOISE = 3.0, 0.04  # mm a day and degree; relative error of a measured discharge


def weather(days: pd.DatetimeIndex, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw rain in mm and mean temperature in degrees Celsius, with wet and dry spells and a yearly cycle."""
    season = np.cos(2 * np.pi * (days.strftime("%j").to_numpy().astype(int) - 20) / 365.25)  # 1 in deep winter
    rain, anomaly = np.zeros(len(days)), np.zeros(len(days))
    wet = False
    for k in range(len(days)):
        wet = rng.random() < (0.68 if wet else 0.27)
        rain[k] = rng.gamma(0.75, 9.0 - 1.5 * season[k]) if wet else 0.0
        anomaly[k] = 0.75 * anomaly[k - 1] + rng.normal(0, 1.9) if k else 0.0
    return rain, 10.5 - 7.5 * season + anomaly


def discharge(rain: np.ndarray, temperature: np.ndarray) -> np.ndarray:
    """Run the stores day by day, and return the discharge in mm a day."""
    snow, soil, quick, slow = 0.0, 0.6 * SOIL, 2.0, 25.0
    made = np.zeros(len(rain))
    for k, (fallen, warmth) in enumerate(zip(rain, temperature, strict=True)):
        frozen = float(np.clip((1.5 - warmth) / 3.0, 0.0, 1.0))
        melt = min(snow, MELT * max(0.0, warmth))
        snow += fallen * frozen - melt
        water = fallen * (1 - frozen) + melt
        passed = water * (soil / SOIL) ** PERCOLATION
        evaporated = max(0.0, 0.16 * (warmth + 5)) * min(1.0, soil / (0.7 * SOIL))
        soil = max(1.0, soil + water - passed - evaporated)
        passed, soil = passed + max(0.0, soil - SOIL), min(soil, SOIL)
        quick, slow = quick + QUICK_SHARE * passed, slow + (1 - QUICK_SHARE) * passed
        made[k] = QUICK * quick + SLOW * slow
        quick, slow = (1 - QUICK) * quick, (1 - SLOW) * slow
    return made


def with_gaps(values: np.ndarray, rng: np.random.Generator, spells: int, longest: int) -> np.ndarray:
    """Return the values with spells of days at which nothing was measured."""
    made = values.copy()
    for start in rng.integers(60, len(values) - 60, spells).tolist():
        made[start : start + int(rng.integers(1, longest + 1))] = GAP
    return made


def catchment() -> pd.DataFrame:
    """Draw the table."""
    rng, days = np.random.default_rng(SEED), pd.date_range(FIRST, LAST)
    rain, temperature = weather(days, rng)
    flow = discharge(rain, temperature) * np.exp(rng.normal(0, NOISE, len(days)))
    return pd.DataFrame(
        {
            "date": days.strftime("%Y-%m-%d"),
            "station": STATION,
            "rain_mm": with_gaps(rain.round(1), rng, 5, 2),
            "temp_c": with_gaps(temperature.round(1), rng, 4, 3),
            "discharge_mm": with_gaps(flow.round(3), rng, 5, 6),
        }
    )


def main() -> None:
    frame = catchment()
    for name in ("rain_mm", "temp_c", "discharge_mm"):
        frame[name] = frame[name].map(lambda value: str(GAP) if value == GAP else f"{value:.10g}")
    frame.to_csv(PATH, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
