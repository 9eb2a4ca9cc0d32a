import { csvRows } from '../sheet/csv-rows.js';
import { planStations, type KnownStation } from './plan-stations.js';
import { readStations } from './read-stations.js';

const read = (...lines: string[]) => readStations(csvRows(['自提点,单位,开门,关门', ...lines].join('\n')));
const east: KnownStation = { id: 's-1', name: '东门', organisation: 'ps-1', opensAt: '08:00', closesAt: '20:00' };
const planned = (lines: string[], known = [east]) => planStations(read(...lines).items, known, 'ps-1');

describe('a list of stations', () => {
  it('opens those that are new and changes nothing the second time', () => {
    expect(planned(['东门,,8:00,20点', '西门,ps-2,9:00,18:00'])).toMatchObject({
      open: [{ line: 3, station: { name: '西门', organisation: 'ps-2' } }],
      amend: [],
      unchanged: 1,
    });
  });

  it('amends hours by name, and a name where it can be nobody else', () => {
    expect(planned(['东门,ps-1,8:00,21:00']).amend).toMatchObject([{ id: 's-1', changes: ['closesAt'] }]);
    expect(planned(['东门大厅,ps-1,8:00,20:00']).amend).toMatchObject([{ id: 's-1', changes: ['name'] }]);
    expect(planned(['东门大厅,,8:00,20:00', '西门,,8:00,20:00'])).toMatchObject({
      open: [{}, {}],
      amend: [],
      notNamed: 1,
    });
  });

  it('tells hours that are none, and a station named twice', () => {
    const { faults } = read('东门,,20:00,8:00', '西门,,early,8:00');
    expect(faults.map(({ line, field }) => `${line} ${field}`)).toEqual(['3 开门', '2 关门']);
    expect(planned(['东门,,8:00,20:00', '东门,,9:00,20:00']).faults).toMatchObject([{ line: 3 }]);
  });
});
