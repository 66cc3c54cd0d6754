import biasErrorGap from './bias-error-gap/check.ts';
import biasIntersection from './bias-intersection/check.ts';
import biasLessDiscriminatory from './bias-less-discriminatory/check.ts';
import biasOfferQuality from './bias-offer-quality/check.ts';
import biasProxyFeature from './bias-proxy-feature/check.ts';
import biasRateRatio from './bias-rate-ratio/check.ts';
import msgAiDisclose from './msg-ai-disclose/check.ts';
import msgAttributeReveal from './msg-attribute-reveal/check.ts';
import msgConfirmshame from './msg-confirmshame/check.ts';
import msgFearShame from './msg-fear-shame/check.ts';
import msgFrequency from './msg-frequency/check.ts';
import msgPersonalPrice from './msg-personal-price/check.ts';
import msgPlainWording from './msg-plain-wording/check.ts';
import msgPriorPrice from './msg-prior-price/check.ts';
import msgScarcityTrue from './msg-scarcity-true/check.ts';
import msgSender from './msg-sender/check.ts';
import msgSocialTrue from './msg-social-true/check.ts';
import msgSymmetry from './msg-symmetry/check.ts';
import msgTotalCost from './msg-total-cost/check.ts';
import msgUrgencyTrue from './msg-urgency-true/check.ts';

export const checks = [
  biasErrorGap,
  biasIntersection,
  biasLessDiscriminatory,
  biasOfferQuality,
  biasProxyFeature,
  biasRateRatio,
  msgAiDisclose,
  msgAttributeReveal,
  msgConfirmshame,
  msgFearShame,
  msgFrequency,
  msgPersonalPrice,
  msgPlainWording,
  msgPriorPrice,
  msgScarcityTrue,
  msgSender,
  msgSocialTrue,
  msgSymmetry,
  msgTotalCost,
  msgUrgencyTrue,
] as const;
