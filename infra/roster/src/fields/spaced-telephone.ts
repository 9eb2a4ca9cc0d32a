/** Digits of a telephone so that Excel leaves them alone: `138 1234 5678`, `021-62345678`. */
export function spacedTelephone(digits: string): string {
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  const area = /^0(?:10|2\d|\d{3})/.exec(digits)?.[0];
  return area === undefined ? digits : `${area}-${digits.slice(area.length)}`;
}
