import { matrix } from "./matrix.ts";
import { wireSuite } from "./suite.ts";

wireSuite("matrix", matrix, 4);
