// What a contract is written with, what its mock does beyond it, and what a run is started with: one
// import for a user.
@_exported public import AccordMocking
@_exported public import AccordModel
@_exported public import AccordPlanning
@_exported public import AccordReporting
@_exported public import AccordRunning
@_exported public import AccordSchema
@_exported public import HTTPTypes
