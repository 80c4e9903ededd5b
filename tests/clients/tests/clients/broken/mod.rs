//! Every client gets the same broken answers. A status that was received is never lost, nothing panics, and nothing waits for ever.

mod bodies;
mod bytes;
mod case;
mod connections;
mod heads;

use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use client_tests::{Ask, Call, Caller, PATIENCE, serve};

use case::{Case, Expected};

/// How many answers are tried at a time.
const WORKERS: usize = 16;

/// Longer than any client waits: for the answer, and then for its body.
const FOREVER: Duration = PATIENCE.saturating_mul(5);

#[test]
fn every_client_keeps_what_it_receives_of_a_broken_answer() {
    let cases = [bodies::all(), connections::all(), heads::all()].concat();
    let callers = client_tests::all();
    assert!(cases.len() >= 40, "{}", cases.len());
    let pairs = cases
        .iter()
        .flat_map(|case| callers.iter().map(move |caller| (case, caller)));
    let pairs = Mutex::new(pairs);
    let wrong = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let next = pairs.lock().expect("no panic").next();
                    let Some((case, caller)) = next else {
                        break;
                    };
                    let found = try_one(case, caller);
                    if let Err(why) = found {
                        let line = format!("{}, {}: {why}", caller.name, case.name);
                        wrong.lock().expect("no panic").push(line);
                    }
                }
            });
        }
    });
    let mut wrong = wrong.into_inner().expect("no panic");
    wrong.sort();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

fn try_one(case: &Case, caller: &Caller) -> Result<(), String> {
    let call = call(case, caller)?;
    let (expected, found) = (case.expected(caller), Expected::of(&call));
    if expected != found {
        return Err(format!(
            "{found:?} and not {expected:?}: {}",
            call.printed[1]
        ));
    }
    match expected {
        Expected::Api(status) | Expected::Undecoded(_, status) => {
            let kept = call.status.map(|status| status.as_u16());
            if kept != Some(status) {
                return Err(format!("its status is {kept:?}"));
            }
        }
        Expected::Success(_) | Expected::Transport => {}
    }
    if let Some(line) = call
        .printed
        .iter()
        .find(|line| line.len() > 2000 || line.replace("\nfix: ", "").contains(char::is_control))
    {
        return Err(format!("it prints {line:?}"));
    }
    Ok(())
}

/// The call, if it neither panics nor waits for ever.
fn call(case: &Case, caller: &Caller) -> Result<Call, String> {
    let server = serve(case.answer.clone());
    let (caller, method) = (caller.clone(), case.method.clone());
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let (url, limit) = (&*server.url, 64 * 1024);
        let _ = sender.send(caller.ask(&Ask { url, method, limit }));
    });
    let call = receiver.recv_timeout(FOREVER);
    call.map_err(|error| format!("it panics or waits for ever: {error}"))
}
