// Reads a calendar from standard input with ical.js and prints its events as JSON; zones only as the calendar describes them.
import ICAL from 'ical.js';

let text = '';
for await (const part of process.stdin) text += part;
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const at = (time) => time.isDate ? time.toString() : time.toJSDate().toISOString();
const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid, sequence: event.sequence, summary: event.summary,
    allDay: event.startDate.isDate, start: at(event.startDate), end: at(event.endDate),
    zone: event.startDate.zone?.tzid ?? null,
  };
});
console.log(JSON.stringify({ refresh: String(calendar.getFirstPropertyValue('refresh-interval')), events }));
