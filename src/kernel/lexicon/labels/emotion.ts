import type { Labels } from '../entry.ts';

export const emotion: Labels = {
  category: 'emotion',
  strong: {
    en: `lonely singles, grieving hearts, homesick, jealous partners, feeling anxious, feeling stressed, feeling overwhelmed, feeling empty, lonely, loneliness, lonely people, lonely hearts, socially isolated, feeling sad, feeling down, feeling lonely, feeling worthless, insecure teens, feeling insecure, low self-esteem, low self esteem, low confidence people, heartbroken, heartbreak, emotionally vulnerable, emotional vulnerability, emotional state*, mood score*, mood tracking, mood swings, stressed, stressed out, stressed parents, overwhelmed, hopeless*, despair*, desperate, distressed customers, anxious shoppers, angry customers, emotional shoppers, emotional eaters, unhappy people, burned out, burnt out, burnout, emotion recognition, body insecure, body image insecurit*`,
    de: `einsam*, einsamkeit, traurige menschen, gestresst*, überforder*, verzweifel*, niedergeschlagen*, geringes selbstwertgefühl, gefühlslage, stimmungslage, liebeskummer`,
    fr: `solitude, personnes isolées, personnes seules, tristesse, stressé*, désespér*, débordé*, manque de confiance en soi, faible estime de soi, état émotionnel, chagrin d'amour`,
    es: `soledad, personas solas, tristeza, estresad*, desesperad*, agobiad*, baja autoestima, estado emocional, estado de ánimo, desamor`,
  },
  weak: {
    en: `emotion, emotions, emotional, mood, stress, stress relief, happiness, self-esteem, self esteem, sentiment, coping, comfort food`,
    de: `stimmung, stress, gefühl*`,
    fr: `humeur, émotion*, stress`,
    es: `emoción, emociones, estrés, ánimo`,
  },
  columns: `mood*, emotion*, emotional state, stress*, stress score, lonel*, loneliness score, sentiment score, sadness*, anger*, self esteem*, frustration*, wellbeing score, streak loss*, stimmung*, stimmungslage, einsamkeit*, humeur*, estado animo, anxious score, arousal score, valence score`,
};
