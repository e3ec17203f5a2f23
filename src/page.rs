//! Pages: templates filled with values. Whatever is put into one is escaped, a name that a
//! template misspells is an error, and nothing is loaded from anywhere.

use anyhow::Result;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

/// Templates that may extend and include each other by name.
#[derive(Debug)]
pub struct Templates(Environment<'static>);

impl Templates {
    /// Reads the templates: each with its name and its text.
    ///
    /// # Errors
    /// A template that is not well formed.
    pub fn of(templates: &[(&'static str, &'static str)]) -> Result<Self> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        for (name, text) in templates {
            environment.add_template(name, text)?;
        }
        Ok(Self(environment))
    }

    /// Fills one of them.
    ///
    /// # Errors
    /// A value that the template asks for and was not given.
    pub fn fill(&self, name: &str, values: impl serde::Serialize) -> Result<String> {
        let mut page = self.0.get_template(name)?.render(Serde(values))?;
        page.truncate(page.trim_end().len());
        page.push('\n');
        Ok(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &'static str, values: impl serde::Serialize) -> Result<String> {
        Templates::of(&[("page", template)])?.fill("page", values)
    }

    #[test]
    fn what_is_put_into_a_page_is_escaped() {
        let values = std::collections::BTreeMap::from([("title", "<script>'&\"")]);
        let page = filled("<h1>{{ title }}</h1>", values).unwrap_or_default();
        assert_eq!(page, "<h1>&lt;script&gt;&#x27;&amp;&quot;</h1>\n");
    }

    #[test]
    fn a_name_that_nothing_was_given_for_is_an_error() {
        assert!(filled("{{ tilte }}", std::collections::BTreeMap::from([("title", "")])).is_err());
    }
}
