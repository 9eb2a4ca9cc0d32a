export { decodeBase45, encodeBase45 } from './base45.js';
export { keyRingOf, passKeysOf, signingPairOf, type PassKeyRing, type PassKeys } from './keys.js';
export { householdAliasOf, placeHashOf, wholeMinutes, type Pass, type PassKind } from './pass-body.js';
export {
  PASS_BYTES,
  PASS_CHARACTERS,
  sign,
  standingOf,
  verify,
  type PassFault,
  type PassStanding,
  type Verified,
} from './pass.js';
export { isSpokenCode, spokenCodeOf } from './spoken-code.js';
