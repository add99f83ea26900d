import AccordModel
import AccordSchema
import HTTPTypes

extension ExtensionCoding where Value == Credential {
  /// How callers prove who they are; of secrets the names of their variables.
  static var credential: Self {
    .object(Credential.token("")) { rows in
      rows.must("in", \.place, .credentialPlace)
      rows.must("from", \.source, .credentialSource)
      rows.may("basis", \.basis, .basis, unless: .stated)
    }
  }
}

extension ExtensionCoding where Value == Credential.Roles.Role {
  /// A role.
  static var role: Self {
    .object(Credential.Roles.Role("", .token(""))) { rows in
      rows.must("name", \.name, .text)
      rows.must("credential", \.credential, .credential)
    }
  }
}

/// A field and how the token stands in it.
private struct TokenField: Hashable {
  var name = ""
  var template = "{token}"
}

extension ExtensionCoding where Value == TokenField {
  fileprivate static var tokenField: Self {
    .object(TokenField()) { rows in
      rows.must("name", \.name, .text)
      rows.may("template", \.template, .text, unless: "{token}")
    }
  }
}

extension ExtensionCoding where Value == Credential.Place {
  fileprivate static var credentialPlace: Self {
    .choice { cases in
      cases.holding("header", .tokenField, { .header($0.name, $0.template) }) {
        guard case .header(let name, let template) = $0 else { return nil }
        return TokenField(name: name, template: template)
      }
      cases.holding("query", .text, Credential.Place.query) {
        if case .query(let name) = $0 { name } else { nil }
      }
      cases.holding("cookie", .text, Credential.Place.cookie) {
        if case .cookie(let name) = $0 { name } else { nil }
      }
    }
  }
}

/// Two variables of the environment.
private struct Account: Hashable {
  var user: String?
  var password: String?
}

extension ExtensionCoding where Value == Account {
  fileprivate static var account: Self {
    .object(Account()) { rows in
      rows.may("user", \.user, .variable)
      rows.may("password", \.password, .variable)
    }
  }
}

/// A login, and the variable that goes before it.
private struct LoginSource: Hashable {
  var login: Credential.Login
  var variable: String?
}

extension ExtensionCoding where Value == LoginSource {
  fileprivate static var loginSource: Self {
    .object(
      LoginSource(
        login: Credential.Login(
          request: RequestTemplate(.get, []),
          userVariable: "",
          passwordVariable: "",
          token: .body(.root)
        )
      )
    ) { rows in
      rows.may("variable", \.variable, .variable)
      rows.must("request", \.login.request, .request)
      rows.must("user", \.login.userVariable, .variable)
      rows.must("password", \.login.passwordVariable, .variable)
      rows.must("token", \.login.token, .answerPlace)
      rows.may("expiry", \.login.expiry, .answerPlace)
      rows.may("effect", \.login.effect, .effect)
    }
  }
}

extension ExtensionCoding where Value == Credential.AnswerPlace {
  fileprivate static var answerPlace: Self {
    .choice { cases in
      cases.holding("header", .text, Credential.AnswerPlace.header) {
        if case .header(let name) = $0 { name } else { nil }
      }
      cases.holding("body", .pointer, Credential.AnswerPlace.body) {
        if case .body(let pointer) = $0 { pointer } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == Credential.Source {
  fileprivate static var credentialSource: Self {
    .choice { cases in
      cases.holding("variable", .variable, Credential.Source.variable) {
        if case .variable(let name) = $0 { name } else { nil }
      }
      cases.holding(
        "basic",
        .account,
        {
          .basic(user: $0.user ?? "", password: $0.password ?? "")
        }
      ) {
        guard case .basic(let user, let password) = $0 else { return nil }
        return Account(user: user, password: password)
      }
      cases.holding("challenge", .account, { .challenge(user: $0.user, password: $0.password) }) {
        guard case .challenge(let user, let password) = $0 else { return nil }
        return Account(user: user, password: password)
      }
      cases.holding("login", .loginSource, { .login($0.login, orVariable: $0.variable) }) {
        guard case .login(let login, let variable) = $0 else { return nil }
        return LoginSource(login: login, variable: variable)
      }
      cases.holding("grant", .grant, Credential.Source.grant) {
        if case .grant(let grant) = $0 { grant } else { nil }
      }
    }
  }
}

extension ExtensionCoding where Value == Credential.Grant {
  fileprivate static var grant: Self {
    .object(Credential.Grant(.clientCredentials, token: "", id: nil, secret: nil)) { rows in
      rows.must("kind", \.kind, .grantKind)
      rows.must("endpoint", \.endpoint, .text)
      rows.may("id", \.id, .variable)
      rows.may("secret", \.secret, .variable)
      rows.may("scope", \.scope, .text)
      rows.may("authentication", \.authentication, .authentication, unless: .basic)
    }
  }
}

extension ExtensionCoding where Value == Credential.Grant.Kind {
  fileprivate static var grantKind: Self {
    .choice { cases in
      cases.word("clientCredentials", .clientCredentials)
      cases.holding(
        "password",
        .account,
        {
          .password(user: $0.user ?? "", password: $0.password ?? "")
        }
      ) {
        guard case .password(let user, let password) = $0 else { return nil }
        return Account(user: user, password: password)
      }
    }
  }
}

extension ExtensionCoding where Value == Credential.Grant.ClientAuthentication {
  fileprivate static var authentication: Self {
    .word([("basic", .basic), ("body", .body), ("none", .none)])
  }
}
