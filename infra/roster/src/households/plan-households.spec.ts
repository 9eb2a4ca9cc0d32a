import { csvRows } from '../sheet/csv-rows.js';
import { planHouseholds } from './plan-households.js';
import { readRoster } from './read-roster.js';
import type { KnownHome } from './register.js';

const HEAD = '楼号,房号,姓名,电话,人数,备注';
const FILE = ['7,302,张三,13812345678,,糖尿病', '7,302,李四,,,', '8,101,王五,13912345678,4,'];
const planOf = (lines: string[], known: KnownHome[], departures = false) => {
  let codes = 0;
  const { homes } = readRoster(csvRows([HEAD, ...lines].join('\n')));
  return planHouseholds(homes, known, { departures, newCode: () => `re-${known.length}-${(codes += 1)}` });
};
/** The register after a plan was carried out. */
const after = (plan: ReturnType<typeof planOf>, known: KnownHome[]): KnownHome[] => [
  ...known.map((home) => ({ ...home, ...plan.amend.find(({ id }) => id === home.id)?.body })),
  ...plan.register.map(({ address, body }, index) => ({
    ...{ id: `h-${index}`, version: '1', segments: address.segments },
    ...body,
  })),
];
const registered = after(planOf(FILE, []), []);
const changed = (lines: string[], departures = false) =>
  planOf(lines, registered, departures).amend.map(({ line, changes }) => [line, ...changes]);

describe('bringing a roster in', () => {
  it('registers households with all their residents', () =>
    expect(planOf(FILE, []).register.map(({ body }) => body)).toEqual([
      {
        people: 2,
        room: '302',
        needs: '糖尿病',
        members: [
          { actorId: 're-0-1', name: '张三', telephone: '13812345678' },
          { actorId: 're-0-2', name: '李四' },
        ],
      },
      { people: 4, room: '101', members: [{ actorId: 're-0-3', name: '王五', telephone: '13912345678' }] },
    ]));

  it('changes nothing with the same file again', () =>
    expect(planOf(FILE, registered)).toEqual({
      ...{ register: [], amend: [], unchanged: 2, staying: [], notNamed: 0, faults: [] },
    }));

  it.each<[string, string[], unknown[]]>([
    [
      'a telephone',
      ['7,302,张三,13812345679,,糖尿病', FILE[1]!, FILE[2]!],
      [[2, '1 resident(s) with another telephone']],
    ],
    ['a name', ['7,302,张珊,13812345678,,糖尿病', FILE[1]!, FILE[2]!], [[2, '1 resident(s) renamed']]],
    ['the number of people', [FILE[0]!, FILE[1]!, '8,101,王五,13912345678,5,'], [[4, 'people 4 to 5']]],
    ['the needs', [FILE[0]!, FILE[1]!, '8,101,王五,13912345678,4,胰岛素'], [[4, 'needs']]],
    ['nothing where a cell was emptied', ['7,302,张三,,,', FILE[1]!, FILE[2]!], []],
    [
      'what a cell says there is none of',
      ['7,302,张三,无,,无', FILE[1]!, FILE[2]!],
      [[2, '1 resident(s) with another telephone', 'needs']],
    ],
    ['who came', [...FILE, '7,302,赵六,,,'], [[2, '1 resident(s) joins', 'people 2 to 3']]],
  ])('corrects %s, and only that', (_what, lines, told) => expect(changed(lines)).toEqual(told));

  it('knows a building however it is written, and writes it as the register does', () => {
    const known = registered.map((home) => ({ ...home, segments: home.segments.replace('b-0', 'b-') }));
    const plan = planOf([...FILE, '7号楼,303,赵六,,,'], known);
    expect(plan).toMatchObject({ unchanged: 2, register: [{ address: { segments: 'b-7', room: '303' } }] });
  });

  it('keeps the code of everybody it meets again', () => {
    const [home] = planOf(['7,302,张珊,13812345678,,', '7,302,李四,13712345678,,'], registered).amend;
    expect(home!.body.members.map(({ actorId }) => actorId)).toEqual(['re-0-1', 're-0-2']);
  });

  it('gives names to codes whose names were lost, and makes none anew', () => {
    const lost = registered.map((home) => ({ ...home, members: home.members.map((each) => ({ ...each, name: '' })) }));
    const codes = planOf(FILE, lost).amend.map(({ body }) => body.members.map(({ actorId, name }) => [actorId, name]));
    expect(codes).toEqual([
      [
        ['re-0-1', '张三'],
        ['re-0-2', '李四'],
      ],
      [['re-0-3', '王五']],
    ]);
  });

  it('lets nobody leave unless asked, nor a household the file does not name', () => {
    const fewer = [FILE[0]!];
    expect(planOf(fewer, registered)).toMatchObject({ amend: [], staying: [{ line: 2, count: 1 }], notNamed: 1 });
    expect(changed(fewer, true)).toEqual([[2, '1 resident(s) leaves', 'people 2 to 1']]);
  });

  it('lets nobody leave a household of which a line could not be read', () => {
    expect(changed([FILE[0]!, '7,302,李四,1.38E+10,,'], true)).toEqual([]);
    expect(changed([FILE[0]!, ',302,李四,,,'], true)).toEqual([]);
  });

  it('tells a code that is not the registered one, and changes none', () => {
    const { homes } = readRoster(csvRows('楼号,房号,姓名,编号\n7,302,李四,re-9'));
    const plan = planHouseholds(homes, registered, { departures: false, newCode: () => 'new' });
    expect([plan.amend, plan.faults.map(({ line, field }) => [line, field])]).toEqual([[], [[2, 'code']]]);
  });
});
