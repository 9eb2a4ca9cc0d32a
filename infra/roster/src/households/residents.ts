import { readWhole } from '../fields/numbers.js';
import { plain, saysNone } from '../fields/plain.js';
import { readTelephone } from '../fields/telephone.js';
import type { RosterHome, RosterMember } from './roster-home.js';
import { tell, type Row } from './row.js';

const NAME_MAX = 100;
const NEEDS_MAX = 1000;
const PEOPLE_MAX = 100;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
const BETWEEN_CHARACTERS = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Adds what one row says to its household; a row with a fault adds nothing. */
export function addResident(row: Row, home: RosterHome): void {
  const count = row.faults.length;
  const member = memberOf(row, home);
  const people = peopleOf(row, home);
  const needs = needsOf(row, home);
  if (row.faults.length > count || !member) return;
  home.members.push(member);
  if (people !== undefined) home.people = people;
  Object.assign(home, needs);
}

function memberOf(row: Row, home: RosterHome): RosterMember | undefined {
  const name = plain(row.record.cell('name')).replace(BETWEEN_CHARACTERS, '');
  if (name === '' || saysNone(name)) {
    return void tell(row, {
      field: 'name',
      wrong: 'is missing',
      remedy: 'write the name of the resident, or delete the line',
    });
  }
  if (name.length > NAME_MAX)
    return void tell(row, { field: 'name', wrong: 'is too long', remedy: `give at most ${NAME_MAX} characters` });
  const member = { line: row.record.line, name, ...telephoneOf(row), ...codeOf(row) };
  const twin = home.members.find((other) => isSame(other, member));
  if (!twin) return member;
  const where = `is the same resident as line ${twin.line}`;
  return void tell(row, {
    field: 'name',
    wrong: where,
    remedy: 'delete one of the two lines, or give each a telephone of its own',
  });
}

const isSame = (one: RosterMember, other: RosterMember): boolean =>
  (one.code !== undefined && one.code === other.code) ||
  (one.name === other.name && (one.telephone === other.telephone || !one.telephone || !other.telephone));

function telephoneOf(row: Row): Pick<RosterMember, 'telephone' | 'noTelephone'> {
  const cell = plain(row.record.cell('telephone'));
  if (cell === '') return {};
  if (saysNone(cell)) return { noTelephone: true };
  const number = readTelephone(cell);
  if (number.ok) return { telephone: number.value };
  tell(row, { field: 'telephone', wrong: number.wrong, remedy: `${number.remedy}, or leave it empty` });
  return {};
}

function codeOf(row: Row): Pick<RosterMember, 'code'> {
  const code = plain(row.record.cell('code'));
  if (code === '' || CODE.test(code)) return code === '' ? {} : { code };
  tell(row, {
    field: 'code',
    wrong: 'is not a code',
    remedy: 'use letters, digits, dots and dashes, or leave it empty',
  });
  return {};
}

function peopleOf(row: Row, { people, line }: RosterHome): number | undefined {
  const cell = plain(row.record.cell('people'));
  if (cell === '') return people;
  const count = readWhole(cell, { least: 1, most: PEOPLE_MAX });
  if (!count.ok) return void tell(row, { field: 'people', wrong: count.wrong, remedy: count.remedy });
  if (people === undefined || people === count.value) return count.value;
  return void tell(row, {
    field: 'people',
    wrong: `differs from line ${line} of the same household`,
    remedy: 'write the same number in each of its lines',
  });
}

function needsOf(row: Row, { needs }: RosterHome): Pick<RosterHome, 'needs' | 'noNeeds'> {
  const cell = plain(row.record.cell('needs'));
  if (cell === '') return {};
  if (saysNone(cell)) return needs === undefined ? { noNeeds: true } : {};
  const all = [...new Set([...(needs === undefined ? [] : needs.split('；')), cell])].join('；');
  if (all.length <= NEEDS_MAX) return { needs: all };
  tell(row, { field: 'needs', wrong: 'is too long', remedy: `give at most ${NEEDS_MAX} characters for a household` });
  return {};
}
