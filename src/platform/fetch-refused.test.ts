import { describe, expect, it } from 'vitest';
import { fetchWords as words } from '#language/words/fetch.ts';
import { fetchGuarded, type FetchOutcome, type Resolve } from './fetch.server.ts';

const nothingAllowed = { allow: [], proxy: undefined };
const sentence = (outcome: FetchOutcome) => (outcome.ok ? 'read' : outcome.problems[0]?.says.en);

/** A resolver that may not be asked: the address alone has to decide. */
const noNames: Resolve = async (host) => {
  throw new Error(`asked for ${host}`);
};

describe('an address that leads inside is refused, however it is spelled', () => {
  it.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://0',
    'http://0.0.0.0',
    'http://0x7f.1',
    'http://0x7f000001',
    'http://012.0.0.1',
    'http://017700000001',
    'http://2130706433',
    'http://[::]',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[::fFFf:127.0.0.1]',
    'http://[0:0:0:0:0:ffff:10.0.0.1]',
    'http://[::127.0.0.1]',
    'http://[64:ff9b::7f00:1]',
    'http://[64:ff9b:1::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    'http://[fe80::1]',
    'http://[fc00::1]',
    'http://[fd12:3456::1]',
    'http://[ff02::1]',
    'http://[2001:db8::1]',
    'http://１２７.０.０.１',
    'http://①②⑦.⓪.⓪.①',
    'http://127。0。0。1',
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://172.31.255.255',
    'http://192.168.1.1',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://192.0.0.1',
    'http://198.18.0.1',
    'http://224.0.0.1',
    'http://255.255.255.255',
    'https://127.0.0.1',
  ])('%s', async (address) => {
    expect(sentence(await fetchGuarded({ address }, nothingAllowed, noNames))).toBe(words.notPublic.en);
  });

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'ip6-localhost'])('http://%s', async (host) => {
    expect(sentence(await fetchGuarded({ address: `http://${host}/` }, nothingAllowed))).toBe(words.notPublic.en);
  });
});

describe('an address that is none is refused before anything is asked', () => {
  it.each([
    ['', words.addressWrong],
    ['zone.example', words.addressWrong],
    ['file:///etc/passwd', words.addressWrong],
    ['gopher://zone.example/', words.addressWrong],
    ['ftp://zone.example/', words.addressWrong],
    ['javascript:alert(1)', words.addressWrong],
    ['http://', words.addressWrong],
    ['http://a b/', words.addressWrong],
    ['http://1.2.3.4.5/', words.addressWrong],
    ['http://user:pass@zone.example/', words.credentials],
    ['http://zone.example@127.0.0.1/', words.credentials],
    ['http://127.0.0.1\\@zone.example/', words.notPublic],
    ['http://127.0.0.1#@zone.example/', words.notPublic],
    ['http://127.0.0.1?@zone.example/', words.notPublic],
    ['ht\ntp://127.0.\t0.1/', words.notPublic],
    ['http://zone.example:22/', words.port],
    ['http://zone.example:25/', words.port],
    ['http://zone.example:5432/', words.port],
    ['http://zone.example:6379/', words.port],
    ['http://zone.example:0/', words.port],
    [`http://zone.example/${'a'.repeat(2000)}`, words.addressTooLong],
    ['http://zone.example/' + '字'.repeat(300), words.addressTooLong],
  ])('%j', async (address, says) => {
    expect(sentence(await fetchGuarded({ address }, nothingAllowed, noNames))).toBe(says.en);
  });
});

describe('a name', () => {
  const asked = (...answers: string[][]) => {
    let times = 0;
    const resolve: Resolve = async () => answers[Math.min(times++, answers.length - 1)] ?? [];
    return resolve;
  };

  it.each([
    [['93.184.215.14', '::1']],
    [['93.184.215.14', '10.0.0.1']],
    [['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'fe80::1%eth0']],
    [['::ffff:93.184.215.14']],
    [['not an address']],
    [[]],
  ])('with the addresses %j is refused', async (addresses) => {
    expect(sentence(await fetchGuarded({ address: 'http://zone.example/' }, nothingAllowed, asked(addresses)))).toBe(
      words.notPublic.en,
    );
  });

  it('that does not exist is answered in the same words as one that leads inside', async () => {
    const unknown: Resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND intranet.example'), { code: 'ENOTFOUND' });
    };
    const inside = await fetchGuarded({ address: 'http://intranet.example' }, nothingAllowed, asked(['10.9.8.7']));
    expect(await fetchGuarded({ address: 'http://intranet.example' }, nothingAllowed, unknown)).toEqual(inside);
    expect(JSON.stringify(inside)).not.toMatch(/10\.9|intranet/);
  });
});
