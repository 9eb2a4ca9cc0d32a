import { start } from './program.js';

const disguise = (version: string): string[] => {
  const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
};

describe('the first script', () => {
  it.each(['18.20.4', '20.18.9'])(
    'refuses Node %s with a message that says what to do',
    async (version) => {
      const program = start(['embedded'], { nodeOptions: disguise(version) });
      expect(await program.ended).toBe(1);
      expect(program.said()).toContain('Baogong needs Node.js 20.19 or newer');
      expect(program.said()).toContain(version);
    },
    60_000,
  );

  it.each([[['dance']], [[]], [['constructor']]])(
    'shows its usage for %j',
    async (argv) => {
      const program = start(argv);
      expect(await program.ended).toBe(2);
      expect(program.said()).toContain('Usage');
    },
    60_000,
  );

  it.each([[['--port', 'x']], [['--port', '70000']], [['--colour']]])(
    'refuses the option %j',
    async (argv) => {
      const program = start(['embedded', ...argv]);
      expect(await program.ended).toBe(2);
      expect(program.said()).toContain('--port');
    },
    60_000,
  );
});
