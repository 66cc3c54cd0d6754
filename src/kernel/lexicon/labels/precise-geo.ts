import type { Labels } from '../entry.ts';

export const preciseGeo: Labels = {
  category: 'precise_geo',
  strong: {
    en: `precise location*, precise geolocation*, exact location*, gps coordinates, gps trace*, location history, real-time location, geofence visitor*, geofenced visitors, movement profile*, daily commute route*, home location inferred, latitude and longitude, visited locations`,
    de: `genauer standort, standortverlauf, standortdaten, gps-daten, bewegungsprofil*, geofence*`,
    fr: `géolocalisation précise, localisation précise, historique de localisation, données gps`,
    es: `ubicación precisa, geolocalización precisa, historial de ubicaciones, datos gps`,
  },
  weak: {
    en: `geofence*, foot traffic, store visits, visitors of, seen at, nearby, location based`,
    de: `in der nähe von`,
    fr: `à proximité`,
    es: `cerca de`,
  },
  columns: `latitude, longitude, lat, lon, lng, lat lon, latlng, lat lng, geo point, geopoint, geohash*, geo hash, gps*, gps lat, gps lon, coordinates, precise location, exact location, location history, location ping*, geofence*, last seen location, home location, work location, wifi bssid, ble beacon*, beacon id, cell tower*, standort genau, place visit*, poi visit*, visited place*, visited poi, poi name, poi category`,
};
