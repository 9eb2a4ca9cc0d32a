import { IsCode, IsId, IsTerritory, IsText, IsWhole, MayBeMissing } from '@baogong/http';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import type { AnswerOutcome, Evidence, Fact, MediationOutcome } from '../../domain/case/messages.js';
import type { Subject } from '../../domain/case/owners.js';
import type { CaseKind, Harm, ItemClass } from '../../domain/case/severity.js';

export const SUBJECTS: Subject[] = [
  ...(['supply', 'missing-goods', 'spoiled-goods', 'short-weight', 'price', 'late-delivery'] as const),
  ...(['pickup', 'cleaning', 'conduct', 'access', 'other'] as const),
];
const KINDS: CaseKind[] = ['complaint', 'need', 'rule-report', 'dispute', 'hardship'];
const ITEM_CLASSES: ItemClass[] = ['food', 'infant', 'hygiene', 'medicine', 'device'];
const HARMS: Harm[] = ['none', 'discomfort', 'illness', 'danger'];
const EVIDENCE: Evidence[] = ['counterparty', 'visit', 'photo'];
const WORDS_MAX = 2000;
const DAYS_MAX = 365;

/** `words` are kept outside the log and may name persons; every other field is closed and names nobody. */
export class OpenCaseBody {
  @IsId() id: string;

  @IsIn(KINDS) kind: CaseKind;

  @IsIn(SUBJECTS) subject: Subject;

  /** The household's place; of a case of no household any place. */
  @IsTerritory() territory: string;

  @MayBeMissing() @IsIn(ITEM_CLASSES) itemClass?: ItemClass;

  @MayBeMissing() @IsCode() sku?: string;

  @MayBeMissing() @IsWhole(0, DAYS_MAX) daysOfCover?: number;

  @MayBeMissing() @IsIn(HARMS) harm?: Harm;

  /** Code of the organisation it is about; of a dispute the other side. */
  @MayBeMissing() @IsCode() about?: string;

  @MayBeMissing() @IsText(WORDS_MAX) words?: string;
}

export class WordsBody {
  @MayBeMissing() @IsText(WORDS_MAX) words?: string;
}

export class AnswerCaseBody extends WordsBody {
  @IsIn(['done', 'partly', 'not-possible']) outcome: AnswerOutcome;

  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(EVIDENCE.length)
  @ArrayUnique()
  @IsIn(EVIDENCE, { each: true })
  evidence?: Evidence[];
}

export class MediationBody extends WordsBody {
  @IsIn(['agreed', 'not-agreed', 'referred']) outcome: MediationOutcome;
}

export class VisitBody extends WordsBody {
  @IsBoolean() resolved: boolean;

  @IsArray()
  @ArrayMaxSize(EVIDENCE.length)
  @ArrayUnique()
  @IsIn(EVIDENCE, { each: true })
  evidence: Evidence[];
}

export class VerificationBody {
  @IsIn(['item', 'cover', 'harm']) fact: Fact;

  @IsIn(['phone', 'door']) how: 'phone' | 'door';

  /** What was found, where it is otherwise than claimed. */
  @MayBeMissing() @IsIn(ITEM_CLASSES) itemClass?: ItemClass;

  @MayBeMissing() @IsWhole(0, DAYS_MAX) daysOfCover?: number;

  @MayBeMissing() @IsIn(HARMS) harm?: Harm;
}
