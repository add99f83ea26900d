/// The types that modules beside which Accord is imported declare at their top, by module.
///
/// Read off their sources: Vapor, RoutingKit, OpenAPIRuntime and Testing as of August 2026, Hummingbird
/// 2.28, ArgumentParser 1.8, HTTPTypes 1.8, Logging 1.16.
enum ForeignNames {
  static let all: [(module: String, names: String)] = [
    (
      "Vapor",
      """
      Abort AbortError AnyOptionalType AnyResponse Application AsyncBodyStreamWriter
      AuthMiddleware AuthMiddlewareMacro Authenticatable Base BaseNEncoding
      BasicAuthenticator BasicAuthorization BasicCodingKey BasicResponder
      BearerAuthenticator BearerAuthorization BindAddress BlackholeClient
      BodyStreamResult BodyStreamWriter ByteCount CORSMiddleware Cache
      CacheExpirationTime Client ClientRequest ClientResponse Content
      ContentConfiguration ContentContainer ContentDecoder ContentEncoder Controller
      ControllerMacro CredentialsAuthenticator DELETE DebuggableError
      DirectoryConfiguration DotEnvFile EndpointCache EndpointCacheError Environment
      ErrorMiddleware ErrorSource Extend Extendable File FileIO FileMiddleware
      FreestandingDeleteMacro FreestandingGetMacro FreestandingHTTPMethodMacro
      FreestandingPatchMacro FreestandingPostMacro FreestandingPutMacro GET HOTP HTTP
      HTTPBodyStreamStrategy HTTPCookies HTTPDeleteMacro HTTPGetMacro HTTPMediaType
      HTTPMediaTypePreference HTTPMediaTypeSet HTTPMethodMacro HTTPPatchMacro
      HTTPPostMacro HTTPPutMacro HTTPVersion HelpFormat LifecycleHandler LiveTestRunner
      LockKey MemorySessions MetricsMiddleware MetricsTaskLocalTrait Middleware
      Middlewares OTPDigest OTPDigits OptionalType PATCH POST PUT PlaintextDecoder
      PlaintextEncoder PlaintextRenderer RangeResult Redirect Request
      RequestAuthenticator RequestDecodable Responder Response ResponseBodyWriter
      ResponseCompressionMiddleware ResponseEncodable Route RouteCollection
      RouteLoggingMiddleware RouteNotFound Routes RoutesBuilder Server
      ServerConfiguration Session SessionAuthenticatable SessionAuthenticator
      SessionData SessionDriver SessionID SessionsConfiguration SessionsMiddleware
      Storage StorageKey TOTP TaskLocalMetricsSystemWrapper
      TaskLocalTracingSystemWrapper TestingApplicationTester TestingHTTPRequest
      TestingHTTPResponse TracingMiddleware TracingTaskLocalTrait URI
      URLEncodedFormDecoder URLEncodedFormEncoder URLQueryContainer URLQueryDecoder
      URLQueryEncoder Validatable Validation ValidationCharacterSet ValidationResult
      Validations ValidationsError ValidationsResult Validator ValidatorResult
      ValidatorResults VaporSendableMetatype VaporTestingRunner View ViewRenderer
      """
    ),
    (
      "RoutingKit",
      """
      Parameters PathComponent Router RouterBuilder TrieRouter TrieRouterBuilder
      """
    ),
    (
      "OpenAPIRuntime",
      """
      AcceptHeaderContentType AcceptableProtocol Base ClientError ClientMiddleware
      ClientTransport Configuration ConstantMultipartBoundaryGenerator Converter
      CopyOnWriteBox CustomCoder DateTranscoder ErrorHandlingMiddleware HTTPBody
      HTTPResponseConvertible ISO IterationBehavior JSONEncodingOptions
      JSONLinesDeserializationSequence JSONLinesSerializationSequence
      JSONSequenceDeserializationSequence JSONSequenceSerializationSequence
      MultipartBody MultipartBoundaryGenerator MultipartDynamicallyNamedPart
      MultipartPart MultipartRawPart OpenAPIArrayContainer OpenAPIMIMEType
      OpenAPIObjectContainer OpenAPIValueContainer ParameterStyle QualityValue
      QuerySpaceNormalizingMiddleware RandomMultipartBoundaryGenerator ServerError
      ServerMiddleware ServerRequestMetadata ServerSentEvent ServerSentEventWithJSONData
      ServerSentEventsDeserializationSequence
      ServerSentEventsLineDeserializationSequence ServerSentEventsSerializationSequence
      ServerTransport ServerVariable UndocumentedPayload UniversalClient UniversalServer
      """
    ),
    (
      "Testing",
      """
      ABI AmbiguousRequireMacro AnyAttachable Attachable AttachableAsImage
      AttachableImageFormat AttachableWrapper Attachment AttachmentSavingTrait Backtrace
      Bug Comment ConditionMacro ConditionTrait Configuration Confirmation
      CustomTestArgumentEncodable CustomTestReflectable CustomTestStringConvertible
      DiscoverableAsTestContent ErrorSnapshot Event ExitStatus ExitTest
      ExitTestBadCapturedValueMacro ExitTestCapturedValueMacro ExitTestConditionMacro
      ExitTestExpectMacro ExitTestIncorrectlyCapturedValueMacro ExitTestRequireMacro
      ExpectMacro ExpectThrowsMacro Expectation ExpectationFailedError Expression
      Interop Issue IssueHandlingTrait KnownIssueMatcher NonOptionalRequireMacro
      ParallelizationTrait PragmaMacro ReducibleTrait RefinedConditionMacro RequireMacro
      RequireThrowsMacro RequireThrowsNeverMacro Runner SkipInfo SourceContext
      SourceLocation SourceLocationMacro Suite SuiteDeclarationMacro SuiteTrait Tag
      TagMacro Test TestContentKind TestContentRecord TestDeclarationMacro TestScoping
      TestTrait TimeLimitTrait Trait TypeInfo expect require sourceLocation
      """
    ),
    (
      "Hummingbird",
      """
      Application ApplicationConfiguration ApplicationProtocol
      ApplicationRequestContextSource AvailableConnectionsChannelHandler
      AvailableConnectionsDelegate BasicRequestContext BasicRouterRequestContext
      BindAddress CORSMiddleware CacheControl CallbackResponder ChildRequestContext
      ContentSecurityMiddleware ContentSecurityPolicy ContextTransform Cookie Cookies
      CoreRequestContext CoreRequestContextStorage EditedResponse EndpointPath
      Environment EventLoopGroupProvider FileIO FileMiddleware
      FileMiddlewareFileAttributes FileProvider FlatDictionary HBApplication
      HBApplicationConfiguration HBApplicationProtocol HBBaseRequestContext
      HBBasicRequestContext HBBasicRouterRequestContext HBCORSMiddleware HBCacheControl
      HBCallbackResponder HBCookie HBCookies HBCoreRequestContext HBEditedResponse
      HBEnvironment HBFileIO HBFileMiddleware HBHTTPError HBHTTPResponseError
      HBLogRequestsMiddleware HBMediaType HBMemoryPersistDriver HBMetricsMiddleware
      HBMiddlewareGroup HBMiddlewareProtocol HBPersistDriver HBPersistError HBRequest
      HBRequestBody HBRequestContext HBRequestDecoder HBResponder HBResponderBuilder
      HBResponse HBResponseBody HBResponseBodyWriter HBResponseCodable
      HBResponseEncodable HBResponseEncoder HBResponseGenerator HBRouter HBRouterBuilder
      HBRouterBuilderContext HBRouterGroup HBRouterMethods HBRouterOptions HBRouterPath
      HBRouterRequestContext HBServer HBServerConfiguration HBTracingMiddleware HBURL
      HBXCTClient HBXCTClientProtocol HBXCTResponse HTTP HTTPChannelHandler
      HTTPConnectionStateHandler HTTPError HTTPResponder HTTPResponderBuilder
      HTTPResponseError HTTPServerBuilder HTTPUserEventHandler Handle
      InitializableFromSource LocalFileSystem LogRequestsMiddleware
      MaximumAvailableConnections MediaType MemoryPersistDriver MetricsMiddleware
      MiddlewareFixedTypeBuilder MiddlewareGroup MiddlewareProtocol Parameters
      PersistDriver PersistError RemoteAddressRequestContext Request RequestBody
      RequestContext RequestContextSource RequestDecoder RequestID Response ResponseBody
      ResponseBodyWriter ResponseCodable ResponseEncodable ResponseEncoder
      ResponseGenerator ResponseWriter Route RouteBuilder RouteCollection RouteGroup
      Router RouterBuilder RouterBuilderContext RouterBuilderOptions RouterController
      RouterGroup RouterMethods RouterMiddleware RouterOptions RouterPath
      RouterPathTrieBuilder RouterRequestContext RouterResponder RouterTrie
      RouterValidationError Server ServerChildChannel ServerChildChannelValue
      ServerConfiguration TLSChannel TLSChannelConfiguration TSTLSOptions TestClient
      TestClientProtocol TestHTTPScheme TestResponse TestingSetup
      ThrowingContextTransform TracingMiddleware URI URLEncodedFormDecoder
      URLEncodedFormEncoder URLEncodedFormError
      """
    ),
    (
      "ArgumentParser",
      """
      Argument ArgumentArrayParsingStrategy ArgumentHelp ArgumentInfoV
      ArgumentVisibility ArrayParsingStrategy AsyncMainProtocol AsyncParsableCommand
      CleanExit CommandConfiguration CommandGroup CommandInfoV CompletionKind
      CompletionShell DefaultAsFlagParsingStrategy EnumerableFlag ExitCode
      ExpressibleByArgument Flag FlagExclusivity FlagInversion NameSpecification Option
      OptionGroup ParentCommand ParsableArguments ParsableCommand
      SingleValueParsingStrategy TestableParsableArguments TestableParsableCommand
      ToolInfoHeader ToolInfoV ValidationError
      """
    ),
    (
      "HTTPTypes",
      """
      HTTP HTTPField HTTPFields HTTPRequest HTTPResponse
      """
    ),
    (
      "Logging",
      """
      AnalyticsClient DatabaseClient FileLogHandler InMemoryLogHandler LogEvent
      LogHandler Logger LoggingSystem MetricKind MultiplexLogHandler PrintLogHandler
      Sensitivity StreamLogHandler SwiftLogNoOpLogHandler ValueType
      """
    ),
  ]
}
