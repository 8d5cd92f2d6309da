/** What falls due where members vouch for somebody. Rules: docs/rules.md, "People and permission". */

/** After their quiet hours somebody is told that enough members vouch for them. One for each. Payload: `person`. */
export const vouchedJob = "vouch-reached";

/** After their quiet hours somebody is told that not enough members vouch for them any more. One for each. Payload: `person`. */
export const vouchLostJob = "vouch-lost";
