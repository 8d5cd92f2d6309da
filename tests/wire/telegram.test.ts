import { telegram } from "./telegram.ts";
import { wireSuite } from "./suite.ts";

wireSuite("telegram", telegram, 3);
