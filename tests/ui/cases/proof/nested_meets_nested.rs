use kate_errors::KateError;

#[derive(Debug, KateError)]
enum TokenError {
    #[kate(transparent)]
    Subscription(Box<kate_errors::api::SubscriptionError>),
    #[kate(transparent)]
    Query(kate_errors::api::QueryError),
}

fn main() {}
