import type { Labels } from '../entry.ts';

export const genetic: Labels = {
  category: 'genetic',
  strong: {
    en: `genetic data, genetic test*, genetic testing, genetic risk*, genetic predisposition*, genetic disorder*, genetic condition*, genetic counseling, genome sequencing, genome, genomic*, genotype*, dna test*, dna kit*, dna profile*, dna result*, ancestry dna, brca, brca1, brca2, hereditary disease*, hereditary cancer, inherited condition*, carrier screening, polygenic score*, family medical history`,
    de: `gendaten, genetische daten, gentest*, erbkrankheit*, dna-test*, genom*, genetische veranlagung`,
    fr: `données génétiques, test génétique, tests génétiques, test adn, maladie héréditaire, maladies héréditaires, génome, prédisposition génétique`,
    es: `datos genéticos, prueba genética, pruebas genéticas, prueba de adn, enfermedad hereditaria, enfermedades hereditarias, genoma, predisposición genética`,
  },
  weak: {
    en: `genetics, dna, family tree dna, ancestry testing`,
    de: `genetik`,
    fr: `génétique`,
    es: `genética`,
  },
  products: { any: `23andme, ancestrydna, myheritage dna, dna ancestry kit` },
  columns: `genetic*, genom*, genotype*, dna*, brca*, snp profile, polygenic*, hereditary*, haplogroup*, carrier status, family medical history`,
};
