#!/usr/bin/env python3
"""Reads a calendar file (standard input) by two libraries that did not write it, and prints what each found, as JSON."""
import json
import sys

import icalendar
import vobject

data = sys.stdin.buffer.read()
FIELDS = ("uid", "sequence", "summary", "location", "status", "dtstart", "dtend", "last-modified")


def plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


calendar = icalendar.Calendar.from_ical(data)
assert calendar.errors == [], calendar.errors
events = []
for event in calendar.walk("VEVENT"):
    assert event.errors == [], event.errors
    found = {}
    for name in FIELDS:
        value = event.get(name)
        if value is not None:
            found[name] = plain(value.dt) if hasattr(value, "dt") else int(value) if name == "sequence" else str(value)
    events.append(found)

# It ends at the first line that it does not understand; `validate` asks for all that RFC 5545 asks for.
strict = []
whole = list(vobject.readComponents(data.decode("utf-8"), allowQP=False))
assert len(whole) == 1
assert whole[0].validate(raiseException=True)
for event in whole[0].vevent_list:
    found = {}
    for name in FIELDS:
        for line in event.contents.get(name, []):
            found[name] = int(line.value) if name == "sequence" else plain(line.value)
    strict.append(found)

json.dump({"icalendar": events, "vobject": strict}, sys.stdout)
