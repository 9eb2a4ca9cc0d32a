/** Money in whole fen (1/100 yuan). */
export type Fen = number;

export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
