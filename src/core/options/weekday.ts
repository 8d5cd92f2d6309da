/** A day of the week. */
import { phrase } from "../../chat/phrase.ts";
import { choice } from "./plain.ts";

/** In the order of ISO 8601. */
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type Weekday = (typeof weekdays)[number];

/** 1 is Monday, 7 is Sunday: as ISO 8601 and Temporal number them. */
export const numberOfDay = (day: Weekday): number => weekdays.indexOf(day) + 1;

/** A day by its name or the short form of it, in any of the languages. */
export const weekday = () =>
  choice(weekdays, {
    labels: {
      monday: phrase("options-day-monday"),
      tuesday: phrase("options-day-tuesday"),
      wednesday: phrase("options-day-wednesday"),
      thursday: phrase("options-day-thursday"),
      friday: phrase("options-day-friday"),
      saturday: phrase("options-day-saturday"),
      sunday: phrase("options-day-sunday"),
    },
  });
