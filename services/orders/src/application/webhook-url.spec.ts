import { isRefusedAddress, urlMistake } from './webhook-url.js';

const strict = { loopback: false };
const here = { loopback: true };

describe('addresses that are never called', () => {
  it.each([
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['loopback', '127.8.9.1'],
    ['carrier NAT', '100.64.0.1'],
    ['metadata in carrier NAT', '100.100.100.200'],
    ['link-local and metadata', '169.254.169.254'],
    ['metadata', '168.63.129.16'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped', '::ffff:10.0.0.1'],
    ['mapped', '::ffff:7f00:1'],
    ['NAT64', '64:ff9b::a00:1'],
    ['6to4', '2002:a00:1::'],
    ['Teredo', '2001:0:a00:1::'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['documentation', '2001:db8::1'],
    ['no address', 'supplier.example'],
  ])('%s: %s', (_, address) => expect(isRefusedAddress(address, strict)).toBe(true));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('unlike %s', (address) =>
    expect(isRefusedAddress(address, strict)).toBe(false),
  );

  it('loopback alone is let through where the setting says so', () => {
    expect([isRefusedAddress('127.0.0.1', here), isRefusedAddress('::1', here)]).toEqual([false, false]);
    expect([isRefusedAddress('10.0.0.1', here), isRefusedAddress('::ffff:127.0.0.1', here)]).toEqual([true, true]);
  });
});

describe('the address of a receiver', () => {
  it.each([
    'http://supplier.example/hook',
    'ftp://supplier.example/hook',
    'https://user:secret@supplier.example/hook',
    'https://supplier.example/hook#part',
    'https://localhost/hook',
    'https://localhost./hook',
    'https://api.localhost/hook',
    'https://127.0.0.1/hook',
    'https://0x7f.1/hook',
    'https://2130706433/hook',
    'https://[::1]/hook',
    'https://[::ffff:192.168.0.1]/hook',
    'https://169.254.169.254/latest',
    'supplier.example/hook',
    '',
  ])('is refused: %s', (url) => expect(urlMistake(url, strict)).toEqual(expect.any(String)));

  it.each(['https://supplier.example/hook?key=1', 'https://supplier.example:8443/', 'https://[2606:4700::1111]/'])(
    'is taken: %s',
    (url) => expect(urlMistake(url, strict)).toBeUndefined(),
  );

  it('may be http on this machine where the setting says so, and nowhere else', () => {
    expect(urlMistake('http://127.0.0.1:4000/hook', here)).toBeUndefined();
    expect(urlMistake('http://localhost:4000/hook', here)).toBeUndefined();
    expect(urlMistake('http://supplier.example/hook', here)).toEqual(expect.any(String));
    expect(urlMistake('http://10.0.0.1/hook', here)).toEqual(expect.any(String));
  });
});
