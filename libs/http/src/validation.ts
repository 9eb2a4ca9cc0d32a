import { ValidationPipe, type PipeTransform } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { takesCompiled } from './compiled-bodies.js';
import { Problem } from './problems.js';
import type { FieldError } from './problems.js';

const ERRORS_MAX = 50;
const CODES: Record<string, string> = { whitelistValidation: 'unknown-field' };

export function createValidationPipe(): PipeTransform {
  const decorators = createDecoratorPipe();
  return {
    transform: (value: unknown, to) =>
      to.type === 'body' && takesCompiled(to.metatype, value) ? value : (decorators.transform(value, to) as unknown),
  };
}

/** Judges by the decorators of class-validator alone. */
export function createDecoratorPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('malformed-request', { errors: fieldErrors(errors).slice(0, ERRORS_MAX) }),
  });
}

export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property ?? '')}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) => ({
      pointer,
      code: CODES[constraint] ?? constraint.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      detail: constraint === 'whitelistValidation' ? 'is not a field of this request' : detail,
    }));
    return [...own, ...fieldErrors(error.children ?? [], pointer)];
  });
}

const escapePointer = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
