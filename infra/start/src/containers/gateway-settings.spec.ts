import { readGatewaySettings } from './gateway-settings.js';

const whole =
  'orders=http://orders:3000,inventory=http://i:1/,delivery=http://d:1,oversight=http://a:1,oversight=http://b:1';

describe('the settings of a gateway that runs by itself', () => {
  it('name every service, one with several replicas more than once', () => {
    const settings = readGatewaySettings({ BAOGONG_NEIGHBOURS: whole, BAOGONG_HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 3000, logLevel: 'info' });
    expect(settings.services.get('oversight')).toEqual(['http://a:1', 'http://b:1']);
    expect(settings.services.get('inventory')).toEqual(['http://i:1']);
  });

  it.each([
    [{ BAOGONG_NEIGHBOURS: 'orders=http://orders:3000' }, 'BAOGONG_NEIGHBOURS lacks inventory, delivery, oversight'],
    [{ BAOGONG_NEIGHBOURS: 'orders=orders:3000' }, 'BAOGONG_NEIGHBOURS is not a list like'],
    [{ BAOGONG_NEIGHBOURS: whole, BAOGONG_PORT: '70000' }, 'BAOGONG_PORT is not a port'],
  ])('are refused where they do not do: %j', (environment, told) => {
    expect(() => readGatewaySettings(environment)).toThrow(told);
  });
});
