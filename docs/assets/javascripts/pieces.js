// What is looked up stands in pieces: in which of them a key is, scripts/kennisbank/faces/pieces.py works out too.

import { crc32 } from "./crc32.js";

// The numbers of the pieces in which these keys are, each once.
// `pieces`: how many there are.
export const piecesOf = (keys, pieces) => [...new Set(keys.map((key) => crc32(new TextEncoder().encode(key)) % pieces))];
