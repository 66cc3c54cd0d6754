import { describe } from 'vitest';
import { testClaimCheck } from '../../claims/testing/claim-check.ts';
import check from './check.ts';

describe('msg-social-true', () => testClaimCheck(check, 'popularity', 'stock'));
