// Where a case played, as its page tells it.

import { slug } from "./names.js";
import { element } from "../dom.js";

const found = ([source, flags], text) => new RegExp(source, flags).test(text);

// Of a case that names no place on a list: what the name of its organisation tells. The same as `place_by_name` in
// scripts/kennisbank/reading/organisations.py.
export const placeByName = (organisation, { national, area }) =>
  found(national, organisation) ? "Landelijk" : found(area, organisation) ? organisation : "geen plaats genoemd";

// A town tells its region and province.
export function places(fields, { page, rules, linked }) {
  const { places: towns = [], region, provinces: own } = fields;
  const each = (ids) => [...new Set(ids.filter(Boolean))].sort();
  const regions = region ? [region] : each(towns.map((id) => rules.regions[id]?.[0]));
  const ofTowns = each(towns.map((id) => rules.provinces[id]));
  const all = Object.keys(rules.terms.provinces.titles);
  const isEverywhere = own?.length > 1 && all.every((id) => own.includes(id));
  const given = isEverywhere ? [] : own ? each(own) : ofTowns.length ? ofTowns : each(regions.flatMap((id) => page.provincesOf[id] ?? []));
  const provinces = isEverywhere || given.length || towns.length ? given : namedAfter(fields, rules);
  return [
    ...(towns.length ? [...linked("municipalities", towns), element("br")] : []),
    ...(regions.length ? ["Energieregio ", ...linked("regions", regions), element("br")] : []),
    ...(provinces.length ? ["Provincie ", ...linked("provinces", provinces)] : isEverywhere ? ["Landelijk"] : [towns.length ? "" : elsewhere(fields, page)]),
  ];
}

function namedAfter({ organisation = "" }, { terms }) {
  const [, id] = /^(?:provincie|provinsje)-(.+)/.exec(slug(organisation)) ?? [];
  return terms.provinces.titles[id] ? [id] : [];
}

// Who has not said where yet did not say that it is nationwide.
function elsewhere({ organisation = "", period, themes, turns }, { organisations }) {
  const told = placeByName(organisation, organisations);
  return told === organisation || (period?.start && themes && turns) ? told : "nog niet ingevuld";
}
