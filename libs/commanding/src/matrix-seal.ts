import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { DutyMatrixActivated } from '@baogong/contracts';
import { canonicalJson } from '@baogong/disclosure';
import { packMatrix, unpackMatrix, type DutyMatrix, type PackedMatrix } from '@baogong/duties';
import { signingPairOf } from '@baogong/passes';

/** DER of an Ed25519 public key (RFC 8410) up to its 32 bytes. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a document is the district's own. */
export type MatrixCheck = (matrix: DutyMatrixActivated) => boolean;

/** The document as it is published: packed and, where the key of the district is at hand, signed by it. */
export function sealMatrix(matrix: DutyMatrix, seed?: Uint8Array): DutyMatrixActivated {
  const packed = packMatrix(matrix) as DutyMatrixActivated;
  if (!seed) return packed;
  return { ...packed, signature: sign(null, bytesOf(matrix), signingPairOf(seed).privateKey).toString('base64') };
}

/** What whoever verifies is given: 32 bytes in hexadecimal. @param seed of the key that signs */
export function matrixKeyOf(seed: Uint8Array): string {
  return signingPairOf(seed)
    .publicKey.export({ format: 'der', type: 'spki' })
    .subarray(SPKI_PREFIX.length)
    .toString('hex');
}

/** @param keys as `matrixKeyOf` gives them; several while a key is replaced */
export function matrixCheckOf(keys: readonly string[]): MatrixCheck {
  const ring = keys.map((key) => publicKeyOf(key));
  return ({ signature, ...document }) => {
    if (signature === undefined) return false;
    const bytes = bytesOf(unpackMatrix(document as PackedMatrix));
    return ring.some((key) => verify(null, bytes, key, Buffer.from(signature, 'base64')));
  };
}

/** Of what the rules mean, not of how they are packed. */
function bytesOf(matrix: DutyMatrix): Buffer {
  return Buffer.from(`baogong duty matrix\0${canonicalJson(JSON.parse(JSON.stringify(matrix)))}`, 'utf8');
}

function publicKeyOf(key: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });
}
