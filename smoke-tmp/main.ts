import '../src/define.js';
import { aGateway, aSession, anEndedSession, someSegments } from '../stories/scenarios/builders.js';
import { NOW } from '../stories/scenarios/scripted-gateway.js';
const g = aGateway({ sessions: [aSession(), aSession({id:'o', state:'offered', modality:'im', serviceId:'front-desk', since: NOW-5000, offerExpiresAt: NOW+25000, customer: {name:'Luis Ortega'}}), aSession({id:'p1',state:'parked', parkedSince: NOW-100000, since: NOW-100000, modality:'im', customer:{name:'Mia Chen'}, unread: 3, sentiment:'negative'}), aSession({id:'p2',state:'parked', parkedSince: NOW-200000, modality:'email', customer:undefined, subject:'Question about fees'}), anEndedSession(), anEndedSession({id:'acw', state:'after-call-work', customer:{name:'Otto Graf'}, afterCallWork:{startedAt:NOW-1000,dueAt:NOW+19000,canFinishEarly:true,canExtend:true}})],
 transcript: {sessionId:'call-1', segments: someSegments(...Array.from({length:60},(_,i)=>`Line ${i} ` + 'and some more words to wrap around '.repeat(i%5)))}});
const p = document.querySelector('session-provider')!; (p as any).gateway = g; (window as any).g = g;
