export { parkedEvent, PARKING_EVENTS } from './parked-event.js';
export { parkedController } from './parked.controller.js';
export { parkingConsumer } from './parking-consumer.js';
