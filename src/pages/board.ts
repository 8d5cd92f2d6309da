/**
 * The board of an assembly as a page. It is whole without scripts, and then reads itself again every ten seconds; with them
 * it follows its events. Nothing in it comes from elsewhere: its one style and its one script stand in it, and the browser
 * is told to take these two and no others.
 */
import { createHash } from "node:crypto";
import type { Board, BoardLine, BoardVote } from "../chat/board.ts";
import { isRightToLeft } from "../chat/right-to-left.ts";
import { Html, html } from "./html.ts";

/**
 * Read from ten metres: letters grow with the screen, which is not scrolled: on a wide one the vote stands beside the rest.
 * Sizes are in rem besides, so that they grow with a reader's own.
 */
// not for people: for browsers
const style = `
:root { color-scheme: light dark; --ground: #fff; --ink: #111; --soft: #444; --line: #767676; --yes: #00632b; --no: #a40000;
  font-size: clamp(100%, 0.5rem + min(1vw, 1.8vh), 250%); }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #101214; --ink: #f4f4f4; --soft: #c4c8cc; --line: #8a9096;
  --yes: #6fdd97; --no: #ff9d94; } }
* { box-sizing: border-box; margin: 0; padding: 0; overflow-wrap: anywhere; hyphens: auto; }
body { background: var(--ground); color: var(--ink); font-family: system-ui, sans-serif; line-height: 1.3; padding: 1rem; }
main, main > div { display: grid; gap: 1rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60em) and (orientation: landscape) { main { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: 2rem; } }
header { grid-column: 1 / -1; }
h1 { font-size: 1.5rem; line-height: 1.15; }
h2 { font-size: 1rem; color: var(--soft); font-weight: 600; }
header p { color: var(--soft); display: inline-block; margin-inline-end: 2rem; }
[dir="rtl"] svg { transform: scaleX(-1); }
strong { unicode-bidi: isolate; }
section { border-top: 0.15rem solid var(--line); padding-top: 0.5rem; }
.big { font-size: 1.5rem; font-weight: 700; line-height: 1.15; }
.question { font-size: 1.9rem; line-height: 1.2; font-weight: 700; }
.outcome .question { font-size: 1.5rem; }
.outcome .said { font-size: 3rem; font-weight: 800; line-height: 1.1; margin: 0.3rem 0; }
.outcome.carried .said { color: var(--yes); }
.outcome.failed .said { color: var(--no); }
svg { display: block; width: 100%; height: 1.6rem; margin-top: 0.5rem; }
.track { fill: none; stroke: var(--line); }
.filled { fill: var(--ink); }
.met .filled { fill: var(--yes); }
.mark { stroke: var(--no); }
.met .mark { stroke: var(--ink); }
ul { list-style: none; }
#lost { position: sticky; bottom: 0; background: var(--ink); color: var(--ground); padding: 0.5rem; font-weight: 600; }
[hidden] { display: none; }
@media print { svg, #lost { display: none; } }
`;

/**
 * It takes in what the server sends, says so where the connection is lost (after a restart, or where a proxy answers
 * instead of the bot, a browser does not try again by itself), and when the board has ended. After a restart all screens are
 * without their board at once: they come back spread over two seconds.
 */
// not for people: for browsers
const script = `
"use strict";
const at = location.pathname, main = document.querySelector("main"), lost = document.getElementById("lost");
let over = false;
const end = (text) => { over = true; lost.hidden = false; if (text) lost.textContent = text; };
function follow() {
  const source = new EventSource(at + "/events");
  let heard = Date.now();
  const watch = setInterval(() => { if (Date.now() - heard > 25000) again(); }, 5000);
  const again = () => {
    clearInterval(watch); source.close();
    if (over) return;
    lost.hidden = false;
    setTimeout(async () => {
      try { if ((await fetch(at, { method: "HEAD", cache: "no-store" })).status === 410) return end(lost.dataset.ended); } catch {}
      follow();
    }, 1000 + Math.random() * 2000);
  };
  source.onopen = () => { lost.hidden = true; };
  source.onerror = again;
  source.addEventListener("here", () => { heard = Date.now(); });
  source.addEventListener("board", (event) => { heard = Date.now(); main.innerHTML = JSON.parse(event.data); });
  source.addEventListener("end", () => { clearInterval(watch); source.close(); end(lost.dataset.ended); });
}
follow();
`;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// To the letter as they are hashed.
const styled = new Html(`<style>${style}</style>`);
const scripted = new Html(`<script>${script}</script>`);

/** What a browser may take in on a board: what stands in it, and its own events. */
export const boardPolicy = [
  "default-src 'none'",
  `style-src ${hash(style)}`,
  `script-src ${hash(script)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Seconds after which a board without scripts is read again. */
const again = 10;

const directionOf = (language: string): string => (isRightToLeft(language) ? "rtl" : "ltr");

/** The whole page. */
export function boardPage(board: Board): string {
  // not for people: no words of its own
  return html`<!doctype html>
    <html lang="${board.language}" dir="${directionOf(board.language)}">
      <head>
        <meta charset="utf-8" />
        <title>${board.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <noscript><meta http-equiv="refresh" content="${again}" /></noscript>
        ${styled}
      </head>
      <body>
        <main aria-live="polite">${new Html(boardContent(board))}</main>
        <p id="lost" role="status" data-ended="${board.ended}" hidden>${board.lost}</p>
        ${scripted}
      </body>
    </html> `.text;
}

/** A page that says one thing: that there is nothing at this address. */
export function plainPage(language: string, said: string): string {
  // not for people: no words of its own
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <title>${said}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${styled}
      </head>
      <body>
        <main><h1>${said}</h1></main>
      </body>
    </html> `.text;
}

/** What of it changes. */
export function boardContent({ title, facts, quorum, now, floor, vote, sectors }: Board): string {
  return html`<header>
      <h1>${title}</h1>
      ${facts.map((fact) => html`<p>${fact}</p>`)}
    </header>
    <div>${vote === undefined ? undefined : voteSection(vote)} ${now.map(line)}</div>
    <div>
      ${quorum === undefined ? undefined : quorumSection(quorum)} ${floor.map(line)}
      ${
        sectors.lines.length === 0
          ? undefined
          : html`<section>
              <h2>${sectors.label}</h2>
              <ul>
                ${sectors.lines.map(({ label, text }) => html`<li><strong>${label}</strong> ${text}</li>`)}
              </ul>
            </section>`
      }
    </div>`.text;
}

const line = ({ label, text }: BoardLine): Html =>
  html`<section>
    <h2>${label}</h2>
    <p class="big">${text}</p>
  </section>`;

function voteSection({ label, question, detail, said, carried }: BoardVote): Html {
  const kind = carried === undefined ? "vote" : `outcome ${carried ? "carried" : "failed"}`;
  // not for people: no words of its own
  return html`<section class="${kind}">
    <h2>${label}</h2>
    <p class="question">${question}</p>
    <p class="said big">${said}</p>
    ${detail === undefined ? undefined : html`<p>${detail}</p>`}
  </section>`;
}

/** The bar says nothing that the words do not. */
function quorumSection({ label, said, present, needed, all, met }: NonNullable<Board["quorum"]>): Html {
  const whole = Math.max(all, needed, 1);
  const part = (of: number): string => String(Math.round((of / whole) * 1000));
  // not for people: no words of its own
  return html`<section class="quorum${met ? " met" : ""}">
    <h2>${label}</h2>
    <p class="big">${said}</p>
    <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      <rect class="filled" x="0" y="0" width="${part(present)}" height="40" />
      <rect class="track" x="1" y="1" width="998" height="38" stroke-width="2" />
      <line class="mark" x1="${part(needed)}" x2="${part(needed)}" y1="0" y2="40" stroke-width="6" />
    </svg>
  </section>`;
}
