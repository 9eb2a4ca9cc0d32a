import { IsListOf, IsPart, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { CHANNELS, CRITERIA, ITEM_CLASSES, RISKS, type Channel, type Criterion, type Risk } from '@baogong/kernel';
import { CLAUSES_MAX, DAYS_MAX, TIMES_MAX } from '../../domain/policy/clause.js';

const NAMED_MAX = 100;
const WINDOWS = { least: 1, most: 14 };
const DAYS_OF_WEEK = 7;
export const CLAUSES = { least: 1, most: CLAUSES_MAX };
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
const ITEM = new RegExp(`^(${ITEM_CLASSES.join('|')})(:[A-Za-z0-9][A-Za-z0-9_.-]{0,62})?$`);
const SEGMENT = '[A-Za-z0-9][A-Za-z0-9-]{0,63}';
const LEVELS = ['s', 'c', 'g', 'b', 'l', 'u', 'h'].map((level) => `(/${level}-${SEGMENT})?`).join('');
const PLACE = new RegExp(`^d-${SEGMENT}${LEVELS}$`);
const FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const TO = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

type Rule = (target: object, property: string) => void;
const all =
  (...rules: Rule[]) =>
  (target: object, property: string): void => {
    for (const rule of rules) rule(target, property);
  };
const IsChoiceOf = (words: readonly string[]) =>
  all(
    ...[MayBeMissing() as Rule, IsArray(), ArrayMinSize(1), ArrayMaxSize(words.length), ArrayUnique()],
    IsIn(words, { each: true }),
  );
const AreNamed = (pattern: RegExp, message: string) =>
  all(
    ...[MayBeMissing() as Rule, IsArray(), ArrayMinSize(1), ArrayMaxSize(NAMED_MAX), ArrayUnique()],
    Matches(pattern, { each: true, message }),
  );
const AreItems = () =>
  AreNamed(ITEM, `must be item classes (${ITEM_CLASSES.join(', ')}), or articles of one, such as food:fruit`);
const ArePlaces = () => AreNamed(PLACE, 'must be paths of places, such as d-pudong/s-weifang/c-y/b-07');
/** Of a clause, within its policy or rule. */
export const IsClauseId = () =>
  Matches(ID, { message: 'must be 1 to 63 letters, digits, dots, dashes and underscores' });

export class WhoBody {
  @IsChoiceOf(CRITERIA) only?: Criterion[];
  @IsChoiceOf(CRITERIA) except?: Criterion[];
}

export class WhatBody {
  @AreItems() only?: string[];
  @AreItems() except?: string[];
}

export class WindowBody {
  /** Monday is 1. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DAYS_OF_WEEK)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(DAYS_OF_WEEK, { each: true })
  days: number[];

  @Matches(FROM, { message: 'must be a time of day, such as 08:00' })
  from: string;

  @Matches(TO, { message: 'must be a time of day up to 24:00, such as 20:00' })
  to: string;
}

export class WhereBody {
  @ArePlaces() only?: string[];
  @ArePlaces() except?: string[];
  @IsChoiceOf(CHANNELS) channels?: Channel[];
}

export class HowMuchBody {
  @IsWhole(1, TIMES_MAX) times: number;
  @IsWhole(1, DAYS_MAX) days: number;
}

/** What is permitted. A part that is left out restricts nothing. */
export class ClauseBody {
  @IsClauseId() id: string;
  @MayBeMissing() @IsPart(() => WhoBody) who?: WhoBody;
  @MayBeMissing() @IsPart(() => WhatBody) what?: WhatBody;
  @MayBeMissing() @IsListOf(() => WindowBody, WINDOWS) when?: WindowBody[];
  @MayBeMissing() @IsPart(() => WhereBody) where?: WhereBody;
  @MayBeMissing() @IsPart(() => HowMuchBody) howMuch?: HowMuchBody;
  @IsChoiceOf(RISKS) risks?: Risk[];
}
