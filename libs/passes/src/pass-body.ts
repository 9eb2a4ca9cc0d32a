import { createHash } from 'node:crypto';

/** `pickup`: at a station; `door`: at the household's own door. */
export type PassKind = 'pickup' | 'door';

/** What a pass says, before and after it travels as a QR code. */
export interface Pass {
  keyId: number;
  /** A UUID; a pass is good once. */
  passId: string;
  /** 6 hex digits, see `householdAliasOf`. */
  householdAlias: string;
  /** 6 hex digits, see `placeHashOf`. */
  placeHash: string;
  /** RFC 3339, whole minutes. */
  windowFrom: string;
  /** RFC 3339, whole minutes; at most 45 days after `windowFrom`. */
  windowTo: string;
  kind: PassKind;
}

/*
 * The body, 30 bytes, big-endian. Printed passes carry it: never change the layout, raise the version.
 *   0 version   1 key id   2-17 pass id   18-20 household alias   21-23 place hash
 *   24-26 first minute since 2020-01-01T00:00Z   27-28 minutes open   29 kind
 */
export const BODY_BYTES = 30;
const VERSION = 1;
const EPOCH_MS = Date.UTC(2020, 0, 1);
const MINUTE_MS = 60_000;
const KINDS: readonly PassKind[] = ['pickup', 'door'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Names a household to whoever already knows it and to nobody else. */
export const householdAliasOf = (householdId: string): string => shortHash('household', householdId);

/** @param place a station's id, or a household's territory for a door */
export const placeHashOf = (place: string): string => shortHash('place', place);

/** Rounds a window outwards to the whole minutes a pass can hold. */
export function wholeMinutes(window: { from: string; to: string }): { from: string; to: string } {
  const from = Math.floor(Date.parse(window.from) / MINUTE_MS) * MINUTE_MS;
  const to = Math.ceil(Date.parse(window.to) / MINUTE_MS) * MINUTE_MS;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

export function bodyOf(pass: Pass): Buffer {
  const minute = minutes(Date.parse(pass.windowFrom) - EPOCH_MS, 0xffffff);
  const open = minutes(Date.parse(pass.windowTo) - Date.parse(pass.windowFrom), 0xffff);
  if (!UUID.test(pass.passId)) throw new Error('a pass id must be a UUID');
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUInt8(VERSION, 0);
  body.writeUInt8(pass.keyId, 1);
  body.write(pass.passId.replaceAll('-', ''), 2, 'hex');
  body.write(pass.householdAlias, 18, 3, 'hex');
  body.write(pass.placeHash, 21, 3, 'hex');
  body.writeUIntBE(minute, 24, 3);
  body.writeUInt16BE(open, 27);
  body.writeUInt8(KINDS.indexOf(pass.kind), 29);
  return body;
}

/** The pass in the bytes, or undefined where they are no pass of a version we know. */
export function passOf(body: Buffer): Pass | undefined {
  const kind = KINDS[body.readUInt8(29)];
  if (body.readUInt8(0) !== VERSION || kind === undefined) return undefined;
  const fromMs = EPOCH_MS + body.readUIntBE(24, 3) * MINUTE_MS;
  const id = body.toString('hex', 2, 18);
  return {
    keyId: body.readUInt8(1),
    passId: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-'),
    householdAlias: body.toString('hex', 18, 21),
    placeHash: body.toString('hex', 21, 24),
    windowFrom: new Date(fromMs).toISOString(),
    windowTo: new Date(fromMs + body.readUInt16BE(27) * MINUTE_MS).toISOString(),
    kind,
  };
}

function minutes(milliseconds: number, max: number): number {
  const value = milliseconds / MINUTE_MS;
  if (!Number.isInteger(value) || value < 0 || value > max) throw new Error('a pass holds whole minutes in range only');
  return value;
}

// The label keeps a household and a place of the same text apart.
function shortHash(label: string, text: string): string {
  return createHash('sha256').update(`${label}\0${text}`).digest('hex').slice(0, 6);
}
