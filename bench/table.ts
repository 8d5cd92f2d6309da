/** What every benchmark prints: a table, and below it which aims were met. */

export interface Aim {
  readonly what: string;
  readonly met: boolean;
}

/** Prints rows below their head, numbers to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) =>
        column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width),
      )
      .join("  ");
  process.stdout.write(`\n${title}\n\n${line(head)}\n${line(widths.map((width) => "-".repeat(width)))}\n`);
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
}

/** Prints the aims; the process ends with 1 if one was missed. */
export function printAims(aims: readonly Aim[]): void {
  process.stdout.write("\n");
  for (const { what, met } of aims) process.stdout.write(`${met ? "met   " : "MISSED"}  ${what}\n`);
  if (aims.some(({ met }) => !met)) process.exitCode = 1;
}

/** The value below which this share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const count = (value: number): string => Math.round(value).toLocaleString("en");
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
export const times = (value: number): string => `${value.toFixed(2)} x`;
