import type { SensitiveCategory } from '../categories.ts';
import { isUnder, parentOf } from './tree.ts';

interface Row {
  readonly title: string;
  readonly dpv: string | null;
  /** The sensitive categories that every value of this key belongs to. */
  readonly sensitive: readonly SensitiveCategory[];
}

/**
 * Data categories of fideslang (CC BY 4.0, Ethyca), each with the DPV personal data of the same meaning where the match
 * is clear. Keys and names are theirs; see NOTICE. A key is sensitive only where all of its values are: a birth date is
 * not by itself data about children or older people, which the values selected decide.
 */
export const DATA_CATEGORIES = {
  system: { title: 'System Data', dpv: null, sensitive: [] },
  'system.authentication': { title: 'Authentication Data', dpv: null, sensitive: [] },
  'system.operations': { title: 'Operations Data', dpv: null, sensitive: [] },
  user: { title: 'User Data', dpv: null, sensitive: [] },
  'user.account': { title: 'Account Information', dpv: null, sensitive: [] },
  'user.account.settings': { title: 'Account Settings', dpv: null, sensitive: [] },
  'user.account.username': { title: 'Account Username', dpv: 'dpv-pd:Username', sensitive: [] },
  'user.authorization': { title: 'Authorization Information', dpv: null, sensitive: [] },
  'user.authorization.biometric': {
    title: 'Biometric Credentials',
    dpv: null,
    sensitive: ['neuro_biometric', 'account_credentials'],
  },
  'user.authorization.credentials': {
    title: 'Account password',
    dpv: 'dpv-pd:Authenticating',
    sensitive: ['account_credentials'],
  },
  'user.authorization.password': {
    title: 'Password',
    dpv: 'dpv-pd:Password',
    sensitive: ['account_credentials'],
  },
  'user.behavior': { title: 'Observed Behavior', dpv: 'dpv-pd:Behavioural', sensitive: [] },
  'user.behavior.browsing_history': {
    title: 'Browsing History',
    dpv: 'dpv-pd:BrowserHistory',
    sensitive: [],
  },
  'user.behavior.media_consumption': { title: 'Media Consumption', dpv: null, sensitive: [] },
  'user.behavior.purchase_history': {
    title: 'Purchase History',
    dpv: 'dpv-pd:Purchase',
    sensitive: [],
  },
  'user.behavior.search_history': { title: 'Search History', dpv: null, sensitive: [] },
  'user.biometric': { title: 'Biometric Data', dpv: 'dpv-pd:Biometric', sensitive: ['neuro_biometric'] },
  'user.biometric.fingerprint': { title: 'Fingerprint', dpv: 'dpv-pd:Fingerprint', sensitive: [] },
  'user.biometric.health': { title: 'Biometric Health Data', dpv: null, sensitive: ['health'] },
  'user.biometric.retinal': { title: 'Retina Scan', dpv: 'dpv-pd:Retina', sensitive: [] },
  'user.biometric.voice': { title: 'Voice Recording', dpv: null, sensitive: [] },
  'user.childrens': { title: "Children's Data", dpv: null, sensitive: ['age_minor'] },
  'user.contact': { title: 'Contact Data', dpv: 'dpv-pd:Contact', sensitive: [] },
  'user.contact.address': { title: 'User Contact Address', dpv: 'dpv-pd:PhysicalAddress', sensitive: [] },
  'user.contact.address.city': { title: 'User Contact City', dpv: 'dpv-pd:City', sensitive: [] },
  'user.contact.address.country': { title: 'User Contact Country', dpv: 'dpv-pd:Country', sensitive: [] },
  'user.contact.address.postal_code': {
    title: 'User Contact Postal Code',
    dpv: 'dpv-pd:PostalCode',
    sensitive: [],
  },
  'user.contact.address.state': { title: 'User Contact State', dpv: 'dpv-pd:Region', sensitive: [] },
  'user.contact.address.street': { title: 'User Contact Street', dpv: 'dpv-pd:Street', sensitive: [] },
  'user.contact.email': { title: 'User Contact Email', dpv: 'dpv-pd:EmailAddress', sensitive: [] },
  'user.contact.fax_number': { title: 'Fax Number', dpv: null, sensitive: [] },
  'user.contact.organization': { title: 'Organization', dpv: null, sensitive: [] },
  'user.contact.phone_number': {
    title: 'User Contact Phone Number',
    dpv: 'dpv-pd:TelephoneNumber',
    sensitive: [],
  },
  'user.contact.url': { title: 'User Website', dpv: null, sensitive: [] },
  'user.content': { title: 'User Content', dpv: null, sensitive: [] },
  'user.content.private': { title: 'Private Content', dpv: null, sensitive: ['comms_content'] },
  'user.content.public': { title: 'Public Content', dpv: null, sensitive: [] },
  'user.content.self_image': { title: 'User Image', dpv: 'dpv-pd:Picture', sensitive: [] },
  'user.criminal_history': { title: 'Criminal History', dpv: 'dpv-pd:Criminal', sensitive: ['criminal'] },
  'user.demographic': { title: 'Demographic Data', dpv: 'dpv-pd:Demographic', sensitive: [] },
  'user.demographic.age_range': { title: 'Age Range', dpv: 'dpv-pd:AgeRange', sensitive: [] },
  'user.demographic.date_of_birth': { title: 'Birth Date', dpv: 'dpv-pd:BirthDate', sensitive: [] },
  'user.demographic.gender': { title: 'Gender', dpv: 'dpv-pd:Gender', sensitive: ['sex_gender'] },
  'user.demographic.language': { title: 'Language', dpv: 'dpv-pd:Language', sensitive: [] },
  'user.demographic.marital_status': {
    title: 'Marital Status',
    dpv: 'dpv-pd:MaritalStatus',
    sensitive: ['marital_family'],
  },
  'user.demographic.political_opinion': {
    title: 'Political Opinion',
    dpv: 'dpv-pd:PoliticalOpinion',
    sensitive: ['political'],
  },
  'user.demographic.profile': { title: 'User Profile Data', dpv: null, sensitive: [] },
  'user.demographic.race_ethnicity': { title: 'Race', dpv: 'dpv-pd:Race', sensitive: ['race_ethnicity'] },
  'user.demographic.religious_belief': {
    title: 'Religion',
    dpv: 'dpv-pd:ReligiousBelief',
    sensitive: ['religion_belief'],
  },
  'user.demographic.sexual_orientation': {
    title: 'Sexual Orientation',
    dpv: null,
    sensitive: ['sex_life_orientation'],
  },
  'user.device': { title: 'Device Data', dpv: 'dpv-pd:DeviceBased', sensitive: [] },
  'user.device.cookie': { title: 'Device Cookie', dpv: null, sensitive: [] },
  'user.device.cookie_id': { title: 'Cookie ID', dpv: null, sensitive: [] },
  'user.device.device_id': { title: 'Device ID', dpv: null, sensitive: [] },
  'user.device.ip_address': { title: 'IP Address', dpv: 'dpv-pd:IPAddress', sensitive: [] },
  'user.financial': { title: 'Financial Data', dpv: 'dpv-pd:Financial', sensitive: [] },
  'user.financial.bank_account': {
    title: 'Bank Account Information',
    dpv: 'dpv-pd:BankAccount',
    sensitive: ['account_credentials'],
  },
  'user.financial.credit_card': {
    title: 'Credit Card Information',
    dpv: 'dpv-pd:PaymentCard',
    sensitive: ['account_credentials'],
  },
  'user.government_id': { title: 'Government ID', dpv: 'dpv-pd:OfficialID', sensitive: ['gov_id'] },
  'user.government_id.birth_certificate': { title: 'Birth Certificate', dpv: null, sensitive: [] },
  'user.government_id.drivers_license_number': { title: "Driver's License Number", dpv: null, sensitive: [] },
  'user.government_id.immigration': {
    title: 'Immigration ID',
    dpv: null,
    sensitive: ['citizenship_immigration'],
  },
  'user.government_id.national_identification_number': {
    title: 'National Identification Number',
    dpv: null,
    sensitive: [],
  },
  'user.government_id.passport_number': { title: 'Passport Number', dpv: 'dpv-pd:Passport', sensitive: [] },
  'user.government_id.vehicle_registration': {
    title: 'Vehicle Registration',
    dpv: 'dpv-pd:VehicalLicenseRegistration',
    sensitive: [],
  },
  'user.health_and_medical': {
    title: 'Health and Medical Data',
    dpv: 'dpv-pd:MedicalHealth',
    sensitive: ['health'],
  },
  'user.health_and_medical.genetic': {
    title: "User's Genetic Data",
    dpv: 'dpv-pd:Genetic',
    sensitive: ['genetic'],
  },
  'user.health_and_medical.insurance_beneficiary_id': {
    title: 'Medical Insurance ID',
    dpv: null,
    sensitive: [],
  },
  'user.health_and_medical.record_id': { title: 'Medical Record ID', dpv: null, sensitive: [] },
  'user.job_title': { title: 'Job Title', dpv: 'dpv-pd:Job', sensitive: [] },
  'user.location': { title: 'Location Data', dpv: 'dpv-pd:Location', sensitive: [] },
  'user.location.imprecise': { title: 'Imprecise Subject Location', dpv: null, sensitive: [] },
  'user.location.precise': { title: 'Precise Subject Location', dpv: null, sensitive: ['precise_geo'] },
  'user.name': { title: 'Name', dpv: 'dpv-pd:Name', sensitive: [] },
  'user.name.first': { title: 'First Name', dpv: null, sensitive: [] },
  'user.name.last': { title: 'Last Name', dpv: null, sensitive: [] },
  'user.payment': { title: 'Payment Data', dpv: null, sensitive: [] },
  'user.privacy_preferences': {
    title: 'Privacy Preferences',
    dpv: 'dpv-pd:PrivacyPreference',
    sensitive: [],
  },
  'user.sensor': { title: 'Sensor Data', dpv: null, sensitive: [] },
  'user.social': { title: 'Social Data', dpv: 'dpv-pd:Social', sensitive: [] },
  'user.telemetry': { title: 'Telemetry Data', dpv: null, sensitive: [] },
  'user.unique_id': { title: 'Unique ID', dpv: 'dpv-pd:UID', sensitive: [] },
  'user.unique_id.pseudonymous': { title: 'Pseudonymous User ID', dpv: null, sensitive: [] },
  'user.user_sensor': { title: 'User Sensor Data', dpv: null, sensitive: [] },
  'user.workplace': { title: 'Workplace', dpv: null, sensitive: [] },
} as const satisfies Record<string, Row>;

export type DataCategory = keyof typeof DATA_CATEGORIES;

export const isDataCategory = (key: string): key is DataCategory => Object.hasOwn(DATA_CATEGORIES, key);

/** The DPV personal data of a data category, or of its nearest ancestor that has one: exact or broader. */
export function dpvPersonalDataOf(category: DataCategory): string | null {
  const parent = parentOf(category);
  return (
    DATA_CATEGORIES[category].dpv ??
    (parent !== null && isDataCategory(parent) ? dpvPersonalDataOf(parent) : null)
  );
}

const sensitiveRows = Object.entries<Row>(DATA_CATEGORIES)
  .filter(([, row]) => row.sensitive.length > 0)
  .sort(([a], [b]) => b.length - a.length);

/**
 * The sensitive categories of a data category and of all above it in the tree, the nearest first.
 * Takes any key, so that one declared by an organisation below ours inherits from it; none for an unknown branch.
 */
export function sensitiveOfCategory(key: string): readonly SensitiveCategory[] {
  return [...new Set(sensitiveRows.flatMap(([own, row]) => (isUnder(key, own) ? row.sensitive : [])))];
}
