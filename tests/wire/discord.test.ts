import { discord } from "./discord.ts";
import { wireSuite } from "./suite.ts";

wireSuite("discord", discord, 3);
