import { csvRows } from '../sheet/csv-rows.js';
import { readRoster } from './read-roster.js';

const roster = (...lines: string[]) => readRoster(csvRows(lines.join('\n')));
const told = (faults: { line: number; field: string; wrong: string }[]) =>
  faults.map(({ line, field, wrong }) => `${line} ${field}: ${wrong}`);

describe('a roster', () => {
  it('is found below its titles, by Chinese headers in any order, with several residents of one household', () => {
    const { homes, faults, unused } = roster(
      '花园小区住户登记表,,,,',
      '填表日期：2026年11月,,,,',
      '',
      '联系电话（手机）,序号,姓 名*,楼号,房号',
      "'13812345678,1,张 三,７,302室",
      ',2,李四,7号楼,0302',
      '合计,2,,,',
    );
    expect([faults, unused]).toEqual([[], ['序号']]);
    expect(homes).toEqual([
      {
        segments: 'b-07',
        room: '302',
        line: 5,
        rows: 2,
        whole: true,
        members: [
          { line: 5, name: '张三', telephone: '13812345678' },
          { line: 6, name: '李四' },
        ],
      },
    ]);
  });

  it('is read by English headers alike', () => {
    const { homes } = roster('Full Name,Block,Unit,Flat,Household Size,Needs', 'Ann,7,2,302,3,insulin');
    expect(homes).toMatchObject([{ segments: 'b-07/u-2', room: '302', people: 3, needs: 'insulin' }]);
  });

  it('tells each bad line with its number, its own title and a remedy, and keeps the good ones', () => {
    const { homes, faults } = roster(
      '姓名,电话,楼号,房号,人数',
      '张三,1.38E+10,7,302,2',
      '李四,13812345678,7,302,2',
      '王五,,,302,1',
      ',13912345678,7,303,1',
      '赵六,123,7,304,很多',
      '孙七,,7,302,3',
      '李四,,7,302,2',
    );
    expect(told(faults)).toEqual([
      '2 电话: Excel has rounded the number and its digits are lost',
      '4 房号: has a room but no building',
      '5 姓名: is missing',
      '6 电话: is not a telephone number',
      '6 人数: is not such a number',
      '7 人数: differs from line 2 of the same household',
      '8 姓名: is the same resident as line 3',
    ]);
    expect(faults.every(({ remedy }) => remedy.length > 10)).toBe(true);
    expect(homes.flatMap(({ members }) => members.map(({ name }) => name))).toEqual(['李四']);
    expect(homes.every(({ whole }) => !whole)).toBe(true);
  });

  it('takes a row without any address for one more of the household above, as merged cells arrive', () => {
    const { homes, faults } = roster('楼号,房号,姓名', '7,302,张三', ',,李四', '', ',,王五');
    expect(homes).toMatchObject([{ rows: 2, members: [{ name: '张三' }, { name: '李四' }] }]);
    expect(told(faults)).toEqual(['5 房号: is missing']);
  });

  it('takes it so too below a row of several lines', () =>
    expect(roster('楼号,房号,姓名,备注', '7,302,张三,"a', 'b"', ',,李四,').homes).toMatchObject([{ rows: 2 }]));

  it('lets no row follow an address that could not be read', () => {
    const { homes, faults } = roster('楼号,房号,姓名', '7,,张三', ',,李四');
    expect([homes, faults.map(({ line }) => line)]).toEqual([[], [2, 3]]);
  });

  it('says which column is lacking', () => {
    expect(() => roster('姓名,电话', '张三,1')).toThrow('Line 1 looks like the header, but it lacks a column 房号');
    expect(() => roster('a,b', 'c,d')).toThrow('No header row was found');
  });
});
