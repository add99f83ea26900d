// What a contract is written with, and what a run is started with: one import for a user.
@_exported public import AccordModel
@_exported public import AccordRunning
@_exported public import AccordSchema
@_exported public import HTTPTypes
