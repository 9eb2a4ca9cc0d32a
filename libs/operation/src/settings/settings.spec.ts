import { SETTINGS } from './schema.js';
import { realIssuerIn, setting, settingNames, unknownSettings } from './read.js';

describe('a setting', () => {
  it('is read in its form, or as what stands for it', () => {
    expect(setting({ BAOGONG_PORT: '80' }, 'BAOGONG_PORT')).toBe(80);
    expect(setting({ BAOGONG_PORT: '' }, 'BAOGONG_PORT')).toBe(3000);
    expect(setting({ BAOGONG_KAFKA: 'a:1, b:2' }, 'BAOGONG_KAFKA')).toEqual(['a:1', 'b:2']);
  });

  it('is refused by name, without its value', () => {
    const refused = () => setting({ BAOGONG_ORDERS_URL: 'hidden-word' }, 'BAOGONG_ORDERS_URL');
    expect(refused).toThrow('BAOGONG_ORDERS_URL is not a postgres:// address');
    expect(refused).not.toThrow('hidden-word');
    expect(refused).toThrow(expect.objectContaining({ exitCode: 78 }));
  });

  it.each(Object.keys(SETTINGS.shape))('%s has a name of ours', (name) => expect(name).toMatch(/^BAOGONG_[A-Z_]+$/));
});

describe('a variable that nothing reads', () => {
  it('is told with the nearest name; ours and those of others are not', () => {
    expect(unknownSettings({ BAOGONG_KAFAK: 'x', BAOGONG_DATABASE_URL_FIL: 'x', PATH: '/bin' })).toEqual([
      expect.stringContaining('Is BAOGONG_DATABASE_URL_FILE meant?'),
      expect.stringContaining('BAOGONG_KAFAK is read by nothing. Is BAOGONG_KAFKA meant?'),
    ]);
    expect(unknownSettings(Object.fromEntries(settingNames().map((name) => [name, 'x'])))).toEqual([]);
  });
});

describe('the issuer of a deployment', () => {
  it('is named by all three variables or by none', () => {
    expect(realIssuerIn({})).toBeUndefined();
    expect(() => realIssuerIn({ BAOGONG_ISSUER: 'x' })).toThrow('belong together');
    const three = { BAOGONG_ISSUER: 'https://id', BAOGONG_AUDIENCE: 'b', BAOGONG_JWKS_URL: 'https://id/k' };
    expect(realIssuerIn(three)).toEqual({ issuer: 'https://id', audience: 'b', jwksUrl: 'https://id/k' });
  });
});
