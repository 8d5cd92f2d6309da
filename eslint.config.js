// Two kinds of rules: mistakes that types can show, and who may import whom (docs/development.md, "How the code is laid out").
import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";

/** Forbids imports whose path matches, saying why. */
const never = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});

/** The library of each platform that has one. */
const sdks = {
  discord: "discord\\.js|@discordjs/",
  matrix: "matrix-bot-sdk|@matrix-org/",
  telegram: "grammy",
};
/** Forbids the libraries of all platforms but one. */
const sdkBut = (own, message) => [
  `^(${Object.entries(sdks)
    .flatMap(([name, pattern]) => (name === own ? [] : [pattern]))
    .join("|")})`,
  message,
];
const sdk = sdkBut(undefined, "Only its adapter imports a platform's SDK.");
const prisma = [
  "(^@prisma/|/generated/|/store/(driver|driver-postgresql|schema-engine)\\.ts$)",
  "Only src/store knows the database; the rest uses its repositories.",
];
const pages = [
  "^(pdfkit|bidi-js|@resvg/|@expo-google-fonts/|uqr$)",
  "Only src/pages draws: a message holds what is to be drawn (src/chat/drawing.ts).",
];
const adapter = ["/adapters/", "Core, delivery and schedule see the Adapter interface, never an adapter."];

export default tseslint.config(
  { ignores: ["node_modules/", "src/store/generated/", "prisma/", "data/", "**/*.mjs", "eslint.config.js"] },
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // A callback that may or may not be asynchronous is `void | Promise<void>`.
      "@typescript-eslint/no-invalid-void-type": "off",
      "no-control-regex": "off",
      "no-empty-character-class": "error",
    },
  },
  {
    files: ["src/domain/**"],
    rules: never(
      ["^\\.\\./|/(chat|core|store|words|delivery|schedule|pages)/", "src/domain imports nothing of ours."],
      sdk,
      prisma,
      pages,
    ),
  },
  {
    files: ["src/chat/**"],
    rules: never(
      ["^\\.\\./(?!domain/)", "src/chat is the vocabulary that all share: it imports src/domain only."],
      sdk,
      prisma,
      pages,
    ),
  },
  {
    files: ["src/words/**"],
    rules: never(
      ["^\\.\\./(?!domain/)", "src/words is what people write: it imports src/domain only."],
      sdk,
      prisma,
      pages,
    ),
  },
  {
    files: ["commands/**"],
    rules: never([
      "^(?!\\./|\\.\\./(\\.\\./)?src/(core|chat|domain)/|\\.\\./([a-z]+/)?[a-z-]+\\.ts$)",
      "A command imports src/core, src/chat and src/domain, and other commands' pieces.",
    ]),
  },
  {
    files: ["src/core/**", "src/delivery/**", "src/schedule/**"],
    rules: never(adapter, sdk, prisma, pages, ["/pages/", "What is made for sending is handed in by src/steward.ts."]),
  },
  {
    files: ["commands/**", "src/core/**", "src/store/**"],
    ignores: ["src/store/schema-engine.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "Promise",
          property: "all",
          message: "A transaction takes one statement after the other: Array.fromAsync.",
        },
      ],
    },
  },
  { files: ["src/*.ts", "src/cli/**", "src/operations/**", "src/rehearsal/**"], rules: never(sdk, prisma, pages) },
  {
    // What starts the program hands the terminal over.
    files: ["src/*.ts", "src/cli/**"],
    ignores: ["src/main.ts", "src/platforms.ts"],
    rules: never(sdk, prisma, pages, ["/adapters/", "Platforms are known from src/platforms.ts."]),
  },
  {
    files: ["src/pages/**"],
    rules: never(sdk, prisma, [
      "^\\.\\./(?!chat/)",
      "src/pages gets plain words and figures: it imports src/chat only.",
    ]),
  },
  {
    files: ["src/store/**"],
    rules: never(adapter, sdk, pages, [
      "/core/|/delivery/|/schedule/|/pages/|commands/",
      "The store serves, and calls nobody: it imports src/chat and src/domain.",
    ]),
  },
  ...readdirSync(new URL("adapters", import.meta.url)).map((name) => ({
    files: [`adapters/${name}/**`],
    rules: never(
      ["^\\.\\./(?!\\.\\./src/chat/)", "An adapter imports src/chat only, and never another adapter."],
      prisma,
      pages,
      sdkBut(name, "Not this platform's SDK."),
    ),
  })),
  {
    files: ["adapters/*/platform.ts"],
    rules: never([
      "^(?!\\.\\./\\.\\./src/chat/|\\./capabilities\\.ts$)",
      "What a platform says of itself is read at every start: it imports the adapter once the platform is on.",
    ]),
  },
);
