#!/usr/bin/env python3
"""Writes tests/kit/zone-table.ts: what the clocks of 30 zones do in two years, by other means than those of the program.

    pip install tzdata==2026.6        # the IANA's compiled files, 2026f
    python3 tests/kit/zone-table.py > tests/kit/zone-table.ts && npx prettier --write tests/kit/zone-table.ts
"""
import datetime
import zoneinfo
import tzdata

zoneinfo.reset_tzpath([])  # not the machine's own files

ZONES = """
Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos America/Argentina/Buenos_Aires America/Asuncion
America/Bogota America/Chicago America/Edmonton America/Havana America/Los_Angeles America/Mexico_City America/New_York
America/Santiago America/Sao_Paulo America/St_Johns America/Vancouver America/Winnipeg Asia/Almaty Asia/Beirut Asia/Gaza
Asia/Kolkata Asia/Tokyo Australia/Lord_Howe Australia/Sydney Europe/Dublin Europe/London Europe/Madrid Pacific/Auckland
Pacific/Chatham
""".split()
FIRST, LAST = (int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) for year in (2026, 2028))


def offset(zone, second):
    return int(datetime.datetime.fromtimestamp(second, zone).utcoffset().total_seconds() // 60)


def changes(zone):
    """From when on the clock is how many minutes ahead of UTC."""
    found = [(FIRST, offset(zone, FIRST))]
    for hour in range(FIRST + 3600, LAST + 1, 3600):
        if offset(zone, hour) == found[-1][1]:
            continue
        early, late = hour - 3600, hour
        while late - early > 60:
            middle = (early + late) // 120 * 60
            early, late = (middle, late) if offset(zone, middle) == found[-1][1] else (early, middle)
        found.append((late, offset(zone, late)))
    return found


def written(second):
    return datetime.datetime.fromtimestamp(second, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


print(f"""// Made by tests/kit/zone-table.py from tzdata {tzdata.IANA_VERSION} (the package tzdata {tzdata.__version__} of PyPI). Do not edit.

/** The IANA's version of it. */
export const tableVersion = "{tzdata.IANA_VERSION}";
/** The years that it covers: from the first of January of the one to that of the other. */
export const tableYears = [2026, 2028] as const;
/** Of each zone: from when on its clocks are how many minutes ahead of UTC. */
export const zoneTable: Readonly<Record<string, readonly (readonly [from: string, minutes: number])[]>> = {{""")
for name in sorted(ZONES):
    print(f'  "{name}": [')
    for second, minutes in changes(zoneinfo.ZoneInfo(name)):
        print(f'    ["{written(second)}", {minutes}],')
    print("  ],")
print("};")
