import type { AreaStatistics } from './area-shares.ts';
import { FOUR_FIFTHS, type FourFifths } from './four-fifths.ts';
import type { AuditPack } from './packs.ts';

/** Where decisions, or the attributes of people, are read. Every kind is one relation to the engine. */
export type AuditSource =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly format: 'csv' | 'parquet' | 'json';
      /** Of a CSV file, where the caller knows it; else the engine finds it. */
      readonly delimiter?: string;
      /** Names of all columns of a CSV or JSON file; with them no value is read as anything but text. */
      readonly columns?: readonly string[];
    }
  | { readonly kind: 'table'; readonly name: readonly string[] }
  | {
      readonly kind: 'query';
      readonly sql: string;
      /** The time that the query covers, as people should read it. */
      readonly window?: string;
      /** What the query reads, as `gate log` or a warehouse's name. */
      readonly from?: string;
    };

/** Attributes kept apart from the decisions and joined by a pseudonym; every read states its ground. */
export interface VaultSource {
  readonly source: AuditSource;
  /** Column of the pseudonym in the vault. */
  readonly key: string;
  /** Column of the pseudonym in the decisions, where it has another name. */
  readonly decisionsKey?: string;
  /** Why each attribute may be read: its ground or consent, source, date and retention. */
  readonly records: Readonly<Record<string, AttributeRecord>>;
}

export interface AttributeRecord {
  readonly ground: string;
  readonly source: string;
  readonly collectedOn: string;
  readonly retention: string;
}

/** Shares of groups by area, for people whose attributes nobody holds. */
export interface AuditSpecAreas {
  /** Column of the area in the decisions. */
  readonly column: string;
  readonly statistics: AreaStatistics;
}

/** One bias audit: which columns of which relation say what, and how strictly to look. */
export interface AuditSpec {
  readonly source: AuditSource;
  /** Attributes by which people are compared; none only where `areas` stand in for them. */
  readonly groups: readonly string[];
  readonly decision: string;
  /** The value of the decision that people would want; without it 1/0, true/false, yes/no are understood. */
  readonly favourable?: string;
  /** What turned out to be true, for error rates. */
  readonly label?: string;
  readonly labelFavourable?: string;
  /** A number by which people are ranked; higher is better for the person. */
  readonly score?: string;
  readonly weight?: string;
  /** `frequency`: a row stands for that many people; `sampling`: a row counts that much. Default: frequency when all are whole. */
  readonly weightKind?: 'frequency' | 'sampling';
  /** Strata within which groups are compared too, as the department applied to. */
  readonly control?: readonly string[];
  /** The group that others are compared with: its value, or its values joined by commas. */
  readonly reference?: string;
  /** Suppression rules: columns that are true where the rule held the person back. */
  readonly rules?: readonly string[];
  /** The person's pseudonym: told twice, a person would count twice. */
  readonly id?: string;
  readonly vault?: VaultSource;
  /** Bounds by area statistics, beside or in place of attributes. */
  readonly areas?: AuditSpecAreas;
  /** The smallest group that may serve as the reference; default max(30, 0.5 % of the people). */
  readonly minimumGroup?: number;
  /** Cells of fewer people are not shown, nor what would reveal them; default 10 with a vault, else 1. */
  readonly minimumCell?: number;
  /** Also compare by each attribute alone, and by every smaller combination. */
  readonly marginals?: boolean;
  /** Inputs of the decision that may stand in for the protected attribute. */
  readonly proxies?: readonly string[];
  /** Numeric outcomes, as price or days waited: compared by group means. */
  readonly outcomes?: readonly string[];
  /** Those of which more, and those of which less, is better for the person; a group that is worse off calls for a review. */
  readonly moreIsBetter?: readonly string[];
  readonly lessIsBetter?: readonly string[];
  /** The ratio under which a difference counts, as whole numbers; default that of the pack, else 4/5. */
  readonly threshold?: FourFifths;
  readonly pack?: AuditPack;
  /** Seed of the folds of cross-validation. */
  readonly seed?: number;
}

export const DEFAULT_SEED = 20261124;

/** The ratio that an audit asks for. */
export const thresholdOf = ({ threshold, pack }: Pick<AuditSpec, 'threshold' | 'pack'>): FourFifths =>
  threshold ?? pack?.threshold ?? FOUR_FIFTHS;
