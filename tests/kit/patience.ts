/** How long a test waits for what has to come, in milliseconds: it matters only where something fails, or a machine is busy. */
export const patience = 120_000;
