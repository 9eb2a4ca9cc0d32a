import { withSection } from './document.js';
import { variantsNamed } from './variants.js';

describe('the document of figures', () => {
  const first = withSection('# Figures\n', 'drill plain', 'old');

  it('gains a section at its end', () => {
    expect(first).toBe('# Figures\n\n<!-- begin drill plain -->\n\nold\n\n<!-- end drill plain -->\n');
  });
  it('has a section taken again in its place, and keeps the others', () => {
    const both = withSection(first, 'drill kill', 'other');
    const again = withSection(both, 'drill plain', 'new');
    expect(again).toContain('new');
    expect(again).not.toContain('old');
    expect(again).toContain('other');
    expect(again.indexOf('new')).toBeLessThan(again.indexOf('other'));
  });
  it('names the variants there are when one is unknown', () => {
    expect(variantsNamed('kafka,kill')).toEqual(['kafka', 'kill']);
    expect(() => variantsNamed('kafak')).toThrow(/--only kafak: give one or more of plain, kill/);
  });
});
